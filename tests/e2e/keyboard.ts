import { expect, type Locator, type Page } from '@playwright/test';

/** In the page: what its live regions have said, oldest first. */
declare global {
	interface Window {
		saidAloud?: string[];
	}
}

/** In the page: the element with the focus shows it by an outline, or as a text field by the thicker line below it. */
function showsFocus(element: Element): boolean {
	const { outlineStyle, outlineWidth } = getComputedStyle(element);
	const outlined = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
	if (outlined) return true;
	const place = element.closest('.line-field, .editable');
	return place !== null && parseFloat(getComputedStyle(place).borderBlockEndWidth) >= 4;
}

/** In the page: keeps what the live regions say, also those that are shown only for a moment. */
function listen(): void {
	const said: string[] = [];
	window.saidAloud = said;
	const live = '[aria-live=polite], [aria-live=assertive], [role=status], [role=alert]';
	new MutationObserver((changes) => {
		for (const { target } of changes) {
			const element = target instanceof Element ? target : target.parentElement;
			const words = element?.closest(live)?.textContent?.trim();
			if (words && said[said.length - 1] !== words) said.push(words);
		}
	}).observe(document, { subtree: true, childList: true, characterData: true });
}

/** A way longer than this has missed its end. */
const most = 80;

/** A person who has nothing but keys: each stop on the way has a visible focus, a role and a name. */
export class KeyboardPerson {
	readonly page: Page;

	private constructor(page: Page) {
		this.page = page;
	}

	static async sitDown(page: Page): Promise<KeyboardPerson> {
		await page.addInitScript(listen);
		return new KeyboardPerson(page);
	}

	/** Presses Tab, or Shift and Tab, until the focus is there. @throws when it does not come there */
	async tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
		for (let stops = 0; stops < most; stops++) {
			await this.page.keyboard.press(key);
			await this.#expectFocusSeen();
			if (await target.evaluate((element) => element === document.activeElement)) return;
		}
		throw new Error(`${most} stops did not lead to ${target.toString()}.`);
	}

	/** Goes there and presses it. */
	async press(target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
		await this.tabTo(target);
		await this.page.keyboard.press(key);
	}

	async write(target: Locator, words: string): Promise<void> {
		await this.tabTo(target);
		await this.page.keyboard.press('ControlOrMeta+A');
		await this.page.keyboard.type(words);
	}

	/** The page has said the words aloud since it was loaded. */
	async expectHeard(words: string | RegExp): Promise<void> {
		const heard = () => this.page.evaluate(() => window.saidAloud?.join('\n') ?? '');
		if (typeof words === 'string') await expect.poll(heard, { timeout: 20_000 }).toContain(words);
		else await expect.poll(heard, { timeout: 20_000 }).toMatch(words);
	}

	async #expectFocusSeen(): Promise<void> {
		const focused = this.page.locator(':focus');
		if ((await focused.count()) === 0) return;
		const seen = await focused.evaluate(showsFocus);
		const what = await focused.evaluate((element) => element.outerHTML.slice(0, 200));
		expect(seen, `the focus is seen on ${what}`).toBe(true);
		await expect(focused, `a name for ${what}`).toHaveAccessibleName(/\S/);
	}
}
