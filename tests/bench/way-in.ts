import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { chromiumArguments, ensureChromium } from '../support/chromium.ts';
import { ThinLine, thinLine } from '../support/thin-line.ts';
import { Wire } from '../support/wire.ts';
import { withBuiltServer } from './built-server.ts';
import { medians } from './figures.ts';
import type { BenchOptions } from './main.ts';
import { postCards } from './many-cards.ts';
import { openWorkshop, type OpenWorkshop } from './workshop.ts';

const cards = 200;
/** Milliseconds between two keys: a person on a phone. Nothing of the typing counts. */
const keyMs = 150;
const marksScript = join(import.meta.dirname, 'in-page', 'way-in.js');
const say = (sentence: string) => process.stderr.write(`${sentence}\n`);

/** A phone with an empty cache goes from the room's link to the first ten cards, on a venue's network. */
export async function measure(options: BenchOptions): Promise<object> {
	const executablePath = ensureChromium();
	return withBuiltServer(async ({ printed }) => {
		const link = new URL(printed);
		const workshop = await openWorkshop(link, false);
		await postCards(link.origin, workshop, cards);
		const runs: Figures[] = [];
		// The first one only warms the server up: a room's first phone waits for no compiler.
		for (let run = 0; run <= options.runs; run += 1) {
			// A browser of its own: nothing is cached, no connection is open.
			const browser = await chromium.launch({ executablePath, args: [...chromiumArguments] });
			try {
				const figures = await comeIn(browser, link.origin, workshop);
				if (run > 0) runs.push(figures);
				say(`${run === 0 ? 'Warming up' : `Run ${run} of ${options.runs}`}: ${JSON.stringify(figures)}`);
			} finally {
				await browser.close();
			}
		}
		return { wayIn: { cards, line: thinLine, runs: options.runs, ...medians(runs) } };
	});
}

type Figures = {
	/** Navigation to a join form whose code runs. */
	readonly formMs: number;
	/** Submit to the first ten cards on screen. */
	readonly cardsMs: number;
	/** Both together. */
	readonly totalMs: number;
	/** Files of script that were asked for before the cards, with their headers, as they travelled. */
	readonly scriptKb: number;
	readonly scriptFiles: number;
	/** The same of everything, up to the usable form and up to the cards. */
	readonly formKb: number;
	readonly allKb: number;
};

async function comeIn(browser: Browser, origin: string, workshop: OpenWorkshop): Promise<Figures> {
	const wire = await Wire.open();
	const line = await ThinLine.open(thinLine, wire.address);
	try {
		const context = await browser.newContext({
			...{ viewport: { width: 360, height: 780 }, deviceScaleFactor: 3, isMobile: true, hasTouch: true },
			...{ locale: 'en-GB', proxy: { server: line.address } }
		});
		const page = await context.newPage();
		const form = reached(page, 'formUsable');
		const board = reached(page, 'cardsPainted');
		await page.addInitScript({ path: marksScript });
		await page.goto(`${origin}/join#${workshop.joinCode}`, { waitUntil: 'commit' });
		await form;
		await fillIn(page);
		await board;
		return await page.evaluate<Figures>(figuresInPage);
	} finally {
		await line.close();
		await wire.close();
	}
}

/** Resolves when the page calls this function of its window. */
function reached(page: Page, name: string): Promise<void> {
	return new Promise((resolve, reject) => {
		page.exposeFunction(name, resolve).catch(reject);
	});
}

async function fillIn(page: Page): Promise<void> {
	await page.getByRole('combobox').pressSequentially('bench centre 7', { delay: keyMs });
	await page.getByRole('option', { name: /Bench centre 7$/ }).click();
	await page.getByRole('textbox').last().pressSequentially('Zoë Ørsted', { delay: keyMs });
	await page.locator('button[type=submit]').click();
}

/** Read on the page's own clock. Only what was asked for before the cards counts. */
const figuresInPage = `(() => {
	const { usable, submitted, painted } = wayIn;
	const [paint] = performance.getEntriesByName('first-contentful-paint');
	const formMs = Math.max(usable, paint.startTime);
	const before = (at) => performance.getEntriesByType('resource').filter((one) => one.startTime < at);
	const page = performance.getEntriesByType('navigation')[0].transferSize;
	const kb = (entries) => Math.round(entries.reduce((sum, one) => sum + one.transferSize, 0) / 10) / 100;
	const scripts = before(painted).filter((one) => new URL(one.name).pathname.endsWith('.js'));
	return {
		formMs: Math.round(formMs),
		cardsMs: Math.round(painted - submitted),
		totalMs: Math.round(formMs + painted - submitted),
		scriptKb: kb(scripts),
		scriptFiles: scripts.length,
		formKb: kb([...before(formMs), { transferSize: page }]),
		allKb: kb([...before(painted), { transferSize: page }])
	};
})()`;
