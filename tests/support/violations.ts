import axe, { type RunOptions } from 'axe-core';
import type { Page } from '@playwright/test';

const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Those whose answer may be another in another theme: nothing but colours changes from one to the next. */
const rulesOfColour = ['color-contrast', 'link-in-text-block'];

type Look = {
	/** Asks only for what a theme can change. */
	readonly coloursOnly?: boolean;
};

/** What axe finds on the page as it stands: one line for each element that breaks a rule, and why. */
export async function violations(page: Page, { coloursOnly = false }: Look = {}): Promise<readonly string[]> {
	const options: RunOptions = {
		runOnly: coloursOnly ? { type: 'rule', values: rulesOfColour } : { type: 'tag', values: rules },
		resultTypes: ['violations']
	};
	// Once a document: half a megabyte of script.
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
	return page.evaluate(async (asked) => {
		const { violations: found } = await window.axe.run(asked);
		return found.flatMap(({ id, nodes }) =>
			nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`)
		);
	}, options);
}

declare global {
	interface Window {
		/** In the page, once it was brought there. */
		readonly axe: typeof axe;
	}
}
