import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import MatchLine from '#lib/ui/MatchLine.svelte';
import Stations from '#lib/ui/Stations.svelte';
import { createRawSnippet } from 'svelte';
import TranslatedStage from './stages/TranslatedStage.svelte';

const stations = [{ label: 'on this phone' }, { label: 'saved on the server' }, { label: 'on the board' }];
const words = (text: string) => createRawSnippet(() => ({ render: () => `<p>${text}</p>` }));

describe('a line of stations', () => {
	test('is a named list that says of each station whether it is done, now or later', async () => {
		await render(Stations, { stations, now: 1, label: 'Your card' });
		const list = page.getByRole('list', { name: 'Your card' });
		await expect.element(list.getByRole('listitem')).toHaveLength(3);
		const items = list.getByRole('listitem').elements();
		expect(items.map((item) => item.textContent?.replace(/\s+/g, ' ').trim())).toEqual([
			'on this phone, done',
			'saved on the server, now',
			'on the board, later'
		]);
		expect(items.map((item) => item.getAttribute('aria-current'))).toEqual([null, 'step', null]);
	});

	test('has no station of now when all are done', async () => {
		await render(Stations, { stations, now: 3, label: 'Your card' });
		const items = page.getByRole('listitem').elements();
		expect(items.every((item) => item.classList.contains('done'))).toBe(true);
		expect(items.some((item) => item.hasAttribute('aria-current'))).toBe(false);
	});
});

test('a match gives its reasons as a list between its two ends', async () => {
	await render(MatchLine, {
		from: 'challenge',
		to: 'offer',
		label: 'Why',
		reasons: [{ title: 'They give what you need', detail: 'hydrogen safety' }],
		start: words('Your card'),
		end: words('Their card')
	});
	await expect
		.element(page.getByRole('list', { name: 'Why' }))
		.toHaveTextContent('They give what you need hydrogen safety');
	const order = page.getByText('Your card').element().compareDocumentPosition(page.getByText('Their card').element());
	expect(order & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
});

/** What a browser's own translation does to a page: every text node is moved into two new elements. */
function translate(root: Element): void {
	const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
	const texts: Text[] = [];
	while (walker.nextNode()) texts.push(walker.currentNode as Text);
	for (const text of texts) {
		if (!text.data.trim() || text.parentElement?.closest('[translate=no]')) continue;
		const outer = document.createElement('font');
		const inner = outer.appendChild(document.createElement('font'));
		inner.textContent = `«${text.data}»`;
		text.replaceWith(outer);
	}
}

test('words go on changing after the browser has translated the page', async () => {
	const { container } = await render(TranslatedStage);
	translate(container);
	await expect.element(page.getByText('«No network.»')).toBeVisible();
	await page.getByRole('button', { name: '«next»' }).click();
	await expect.element(page.getByText('The network is back.')).toBeVisible();
	await expect.element(page.getByText('No network.')).not.toBeInTheDocument();
	await expect.element(page.getByRole('button', { name: 'Sending …' })).toBeVisible();
	await expect.element(page.getByText('2 waiting')).toBeInTheDocument();
	await expect.element(page.getByRole('radio', { name: /^6/ })).toBeVisible();
	await expect.element(page.getByRole('listitem').nth(1)).toHaveTextContent('Read, now');
	await page.getByRole('textbox').fill('abc');
	await expect.element(page.getByText('7 left').first()).toBeVisible();
	await expect.element(page.getByText(/10 left/)).not.toBeInTheDocument();
});
