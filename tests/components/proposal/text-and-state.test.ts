import { describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import ProposalText from '#lib/proposal/ProposalText.svelte';
import SetAside from '#lib/proposal/SetAside.svelte';
import { canStartAgain, refusedWords, saveWords } from '#lib/proposal/text-words.ts';
import '../../../src/app.css';

const text = (words: string, ...marks: string[]) => ({
	type: 'text',
	text: words,
	marks: marks.map((type) => ({ type }))
});
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const doc = (...content: unknown[]) => ({ type: 'doc', content });

describe('a text to be read', () => {
	test('is headings under the page’s own, paragraphs, lists and marks, in its language', async () => {
		const { container } = await render(ProposalText, {
			language: 'fr',
			text: doc(
				{ type: 'heading', attrs: { level: 2 }, content: [text('Le besoin')] },
				paragraph(
					text('Six ', 'bold'),
					text('soirs', 'bold', 'italic'),
					{ type: 'hardBreak' },
					text('à Lyon', 'italic')
				),
				{ type: 'heading', attrs: { level: 3 }, content: [text('Ensuite')] },
				{ type: 'orderedList', attrs: { start: 3 }, content: [{ type: 'listItem', content: [paragraph(text('un'))] }] },
				{ type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('bus'))] }] }
			)
		});
		await expect.element(page.getByRole('heading', { name: 'Le besoin', level: 3 })).toBeVisible();
		await expect.element(page.getByRole('heading', { name: 'Ensuite', level: 4 })).toBeVisible();
		expect(container.querySelector('[lang=fr] p')?.innerHTML.replace(/<!---->/g, '')).toBe(
			'<strong>Six </strong><strong><em>soirs</em></strong><br><em>à Lyon</em>'
		);
		expect(container.querySelector('ol')?.getAttribute('start')).toBe('3');
		await expect.element(page.getByRole('listitem').nth(1)).toHaveTextContent('bus');
	});

	test('shows words that look like markup as words, and nothing that the editor does not know', async () => {
		const { container } = await render(ProposalText, {
			language: 'en',
			text: doc(
				paragraph(text('<img src=x onerror=alert(1)>')),
				{ type: 'iframe', attrs: { src: 'https://example.org' } },
				{ type: 'paragraph', attrs: { onclick: 'alert(1)' }, content: [text('safe', 'link')] }
			)
		});
		await expect.element(page.getByText('<img src=x onerror=alert(1)>')).toBeVisible();
		expect(container.querySelectorAll('img, iframe, a, [onclick]')).toHaveLength(0);
	});

	test.each([null, 'text', { type: 'doc' }, { type: 'doc', content: [null, 7] }])('is empty for %j', async (value) => {
		const { container } = await render(ProposalText, { language: 'en', text: value });
		expect(container.textContent.trim()).toBe('');
	});
});

describe('where the text stands', () => {
	test('has words for every state', () => {
		const states = [
			{ is: 'opening' },
			{ is: 'saved', at: 0 },
			{ is: 'saving' },
			{ is: 'offline-kept' },
			{ is: 'not-kept' },
			{ is: 'read-only', frozen: true },
			{ is: 'read-only', frozen: false },
			{ is: 'refused', code: 4400 }
		] as const;
		expect(new Set(states.map(saveWords)).size).toBe(states.length);
	});

	test('has a sentence for every last word of the server, and a way on where there is one', () => {
		const codes = [4400, 4401, 4403, 4404, 4413, 4429];
		const sentences = codes.map(refusedWords);
		expect(new Set(sentences).size).toBe(codes.length);
		expect(codes.filter(canStartAgain)).toEqual([4400, 4413, 4429]);
	});
});

describe('what was set apart', () => {
	const aside = (sendable: boolean) => ({
		text: {
			type: 'doc' as const,
			content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'mine' }] }]
		},
		sendable
	});

	test('can be compared and copied, and sent only when the text is open', async () => {
		const did = { oncopy: vi.fn(), onsend: vi.fn(), ondrop: vi.fn() };
		const now = doc(paragraph(text('theirs')));
		const screen = await render(SetAside, { aside: aside(false), now, language: 'en', ...did });
		await expect.element(screen.getByText('Your changes made offline are not in this text.')).toBeVisible();
		await screen.getByText('Your text', { exact: true }).click();
		await expect.element(screen.getByText('mine')).toBeVisible();
		await screen.getByText('The text now').click();
		await expect.element(screen.getByText('theirs')).toBeVisible();
		await screen.getByRole('button', { name: 'Copy your text' }).click();
		expect(did.oncopy).toHaveBeenCalledWith('mine');
		expect(screen.getByRole('button', { name: 'Put my changes into the text' }).elements()).toEqual([]);
		await screen.rerender({ aside: aside(true) });
		await screen.getByRole('button', { name: 'Put my changes into the text' }).click();
		expect(did.onsend).toHaveBeenCalledOnce();
		await screen.getByRole('button', { name: 'Delete my changes' }).click();
		expect(did.ondrop).toHaveBeenCalledOnce();
	});
});
