import { expect, test, type Page } from '@playwright/test';
import { violations } from '../support/violations.ts';

const themes = [
	{ theme: 'light', colorScheme: 'light', contrast: 'no-preference' },
	{ theme: 'dark', colorScheme: 'dark', contrast: 'no-preference' },
	{ theme: 'contrast', colorScheme: 'light', contrast: 'more' }
] as const;

/**
 * Axe finds nothing on the page as it stands, in each theme that the device may ask for. The light one is asked by
 * every rule, the others by those of colour. A test goes on after a finding, so that one run tells them all.
 */
export async function expectClean(page: Page, where: string): Promise<void> {
	// Whatever is scrolled half under a bar is no smaller for it.
	await page.evaluate(() => scrollTo(0, 0));
	for (const { theme, colorScheme, contrast } of themes) {
		await page.emulateMedia({ colorScheme, contrast, reducedMotion: 'reduce' });
		await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
		const found = await violations(page, { coloursOnly: theme !== 'light' });
		expect.soft(found, `${where}, in the ${theme} theme`).toEqual([]);
	}
}

/** A state of a page, and how one gets there from the state before it. */
export type Stop = readonly [where: string, go: () => Promise<unknown>];

/** Goes from state to state; axe finds nothing in any of them. */
export async function expectCleanAlong(page: Page, stops: readonly Stop[]): Promise<void> {
	for (const [where, go] of stops) {
		await test.step(where, async () => {
			await go();
			await expectClean(page, where);
		});
	}
}
