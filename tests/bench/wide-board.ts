import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { chromiumArguments, ensureChromium } from '../support/chromium.ts';
import { withBuiltServer } from './built-server.ts';
import { medians, spread } from './figures.ts';
import type { BenchOptions } from './main.ts';
import { cardNumber, postCards, Poster } from './many-cards.ts';
import { openWorkshop, type OpenWorkshop } from './workshop.ts';

const cards = 2_000;
const newCards = 30;
/** Milliseconds between two new cards, and between two keys of a fast typist. */
const cardPause = 250;
const keyMs = 100;
const typed = ['hydrogen buses', 'course battery repair in region 19', 'teachers', 'zzz'];
const figuresScript = join(import.meta.dirname, 'in-page', 'wide-board.js');
const say = (sentence: string) => process.stderr.write(`${sentence}\n`);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A laptop looks at a board of two thousand cards while new ones come in, and finds its way with the filter. */
export async function measure(options: BenchOptions): Promise<object> {
	const executablePath = ensureChromium();
	return withBuiltServer(async ({ printed }) => {
		const { origin } = new URL(printed);
		const workshop = await openWorkshop(new URL(printed), false);
		await postCards(origin, workshop, cards);
		const runs: Figures[] = [];
		for (let run = 1; run <= options.runs; run += 1) {
			const browser = await chromium.launch({ executablePath, args: [...chromiumArguments] });
			try {
				const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
				await page.addInitScript({ path: figuresScript });
				await openBoard(page, origin, workshop, run);
				const figures = { ...(await newOnScreen(page, origin, workshop, run)), ...(await filterByKeys(page)) };
				runs.push(figures);
				say(`Run ${run} of ${options.runs}: ${JSON.stringify(figures)}`);
			} finally {
				await browser.close();
			}
		}
		return { wideBoard: { cards, runs: options.runs, ...medians(runs) } };
	});
}

type Spread = { readonly p50: number; readonly p99: number };
/** `longestTaskMs` is 0 when no task took 50 ms; `keyToPaintMs` is the slowest of all keys. */
type Busy = { readonly longestTaskMs: number; readonly keyToPaintMs: number };
type Figures = {
	readonly frameToPaintMs: Spread;
	readonly seen: number;
	readonly words: Busy;
	readonly sentence: Busy;
};

async function openBoard(page: Page, origin: string, workshop: OpenWorkshop, run: number): Promise<void> {
	const body = JSON.stringify({ name: `Watcher ${run}`, centre: { id: workshop.centres[run] } });
	await page.goto(`${origin}/join`);
	await page.evaluate(
		`fetch('/api/join/${workshop.joinCode}', { method: 'POST', headers: { 'content-type': 'application/json' }, body: ${JSON.stringify(body)} })`
	);
	await page.goto(`${origin}/board/${workshop.board}`);
	await page.locator('main li h3').nth(30).waitFor();
	// Everything that is fetched and prepared after the cards has come to rest.
	await pause(5_000);
}

async function newOnScreen(page: Page, origin: string, workshop: OpenWorkshop, run: number) {
	const poster = await Poster.join(origin, workshop, 5_000 + run);
	for (let index = 0; index < newCards; index += 1) {
		const kind = index % 2 === 0 ? 'challenge' : 'offer';
		await poster.post(cardNumber(index, kind, `Measured card ${run * 1000 + index}.`));
		await pause(cardPause);
	}
	poster.leave();
	const delays = await page.evaluate<number[]>('wideBoard.paintMs');
	return { frameToPaintMs: spread(delays), seen: delays.length };
}

async function filterByKeys(page: Page) {
	const words = await busyWhile(page, async () => {
		const field = page.getByRole('searchbox');
		for (const text of typed) {
			await field.pressSequentially(text, { delay: keyMs });
			await pause(600);
			for (let key = 0; key < text.length; key += 1) await field.press('Backspace', { delay: keyMs / 2 });
			await pause(600);
		}
	});
	const sentence = await busyWhile(page, async () => {
		const fields = page.locator('main [role=group] select');
		for (let index = 0; index < (await fields.count()); index += 1) {
			const field = fields.nth(index);
			for (let key = 0; key < 4; key += 1) await field.press('ArrowDown', { delay: keyMs });
			await pause(600);
			await field.press('Home', { delay: keyMs });
			await pause(600);
		}
	});
	return { words, sentence };
}

async function busyWhile(page: Page, work: () => Promise<void>): Promise<Busy> {
	await page.evaluate('wideBoard.busyMs.length = wideBoard.keyMs.length = 0');
	await work();
	return page.evaluate<Busy>(
		'({ longestTaskMs: Math.max(0, ...wideBoard.busyMs), keyToPaintMs: Math.max(0, ...wideBoard.keyMs) })'
	);
}
