/// <reference types="@vitest/browser-playwright" />
import axe from 'axe-core';
import { describe, expect, test, vi } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import ProposalEditor from '#lib/proposal/ProposalEditor.svelte';
import { editing, intoTheNeed, opened } from './open-editor.ts';

describe('the editor of a draft', () => {
	test('shows the text, and what is typed reaches the server', async () => {
		const { server, textbox, text } = await editing();
		await expect.element(textbox.getByRole('heading', { name: 'The need', level: 3 })).toBeVisible();
		await intoTheNeed(textbox);
		await userEvent.keyboard('Small garages');
		await vi.waitFor(() => expect(server.text).toContain('Small garages'));
		expect(text()).toBe('The need\nSmall garages\n\nThe idea');
	});

	test('is a named textbox of several lines in the language of the draft, left alone by translations', async () => {
		const { textbox } = await editing();
		const element = textbox.element();
		expect(element.getAttribute('aria-multiline')).toBe('true');
		expect(element.getAttribute('lang')).toBe('en');
		expect(element.getAttribute('translate')).toBe('no');
	});

	test('formats by its buttons without losing the caret', async () => {
		const { server, screen, textbox, document } = await editing();
		await intoTheNeed(textbox);
		await screen.getByRole('button', { name: 'Bold' }).click();
		await expect.element(screen.getByRole('button', { name: 'Bold' })).toHaveAttribute('aria-pressed', 'true');
		await userEvent.keyboard('six');
		await screen.getByRole('button', { name: 'Bold' }).click();
		await userEvent.keyboard(' evenings');
		await vi.waitFor(() => expect(server.text).toContain('six evenings'));
		expect(JSON.stringify(document.text())).toContain('{"type":"text","text":"six","marks":[{"type":"bold"}]}');
		await screen.getByRole('button', { name: 'List with points' }).click();
		await vi.waitFor(() => expect(server.text).toContain('- six evenings'));
		await screen.getByRole('button', { name: 'Undo' }).click();
		await vi.waitFor(() => expect(server.text).not.toContain('- six'));
		expect(globalThis.document.activeElement).toBe(textbox.element());
	});

	test('has tools that one Tab reaches and the arrows walk through, and a text that the Tab key leaves', async () => {
		const { screen, textbox } = await editing();
		await intoTheNeed(textbox);
		await userEvent.keyboard('- one');
		await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
		await expect.element(screen.getByRole('button', { name: 'Heading', exact: true })).toHaveFocus();
		await userEvent.keyboard('{ArrowRight}{ArrowRight}');
		await expect.element(screen.getByRole('button', { name: 'Bold' })).toHaveFocus();
		await userEvent.keyboard('{End}{ArrowRight}');
		await expect.element(screen.getByRole('button', { name: 'Heading', exact: true })).toHaveFocus();
		await userEvent.tab();
		await expect.element(textbox).toHaveFocus();
	});

	test('shows all its tools in one row on the narrowest phone, none of them cut', async () => {
		await page.viewport(320, 640);
		globalThis.document.body.style.paddingInline = '16px';
		const { screen } = await editing();
		const boxes = screen
			.getByRole('toolbar')
			.getByRole('button')
			.elements()
			.map((tool) => tool.getBoundingClientRect());
		expect(boxes).toHaveLength(8);
		expect(new Set(boxes.map(({ top }) => top)).size).toBe(1);
		for (const { left, right } of boxes) expect([left >= 0, right <= 320]).toEqual([true, true]);
		await page.viewport(360, 740);
	});

	test('has targets of 44 pixels and fits a phone of 360', async () => {
		const { screen } = await editing();
		globalThis.document.body.style.paddingInline = '16px';
		for (const button of screen.getByRole('button').elements()) {
			const { width, height } = button.getBoundingClientRect();
			expect([width >= 44, height >= 44]).toEqual([true, true]);
		}
		expect(globalThis.document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
	});

	test('stops at 20,000 characters with a sentence, and still shows what others write beyond', async () => {
		const { server, screen, textbox, text } = await editing();
		await intoTheNeed(textbox);
		paste(textbox.element(), 'x'.repeat(19_970));
		await vi.waitFor(() => expect(server.text.length).toBeGreaterThan(19_970));
		await expect.element(screen.getByText(/^\d+ left$/)).toBeVisible();
		paste(textbox.element(), 'y'.repeat(500));
		await expect.element(screen.getByRole('status')).toHaveTextContent('This is too long. Nothing was pasted.');
		expect(text().includes('yy')).toBe(false);
		const other = await opened(server);
		const fragment = other.document.state.shared?.doc.getXmlFragment('default');
		const last = fragment?.get(fragment.length - 1) as unknown as { insert(at: number, content: unknown[]): void };
		const { XmlText } = await import('yjs');
		last.insert(0, [new XmlText('from a colleague')]);
		const shown = () => textbox.element().textContent?.includes('from a colleague');
		await vi.waitFor(() => expect(shown()).toBe(true));
		await userEvent.keyboard('z');
		await expect
			.element(screen.getByRole('status'))
			.toHaveTextContent('The text is full. Make it shorter to write more.');
		expect(text().includes('z')).toBe(false);
		expect(server.text.includes('from a colleague')).toBe(true);
	});

	test('takes from a paste only what it knows', async () => {
		const { document, server, textbox } = await editing();
		await intoTheNeed(textbox);
		const html =
			'<h1>Big</h1><p style="color:red" onclick="x()">safe <a href="https://example.org">link</a><img src="x"><b>bold</b></p>' +
			'<script>alert(1)</script><table><tr><td>cell</td></tr></table>';
		paste(textbox.element(), 'plain', html);
		await vi.waitFor(() => expect(server.text).toContain('safe link'));
		const json = JSON.stringify(document.text());
		expect(json).not.toMatch(/script|color|example\.org|img|table/);
		expect(json).toContain('"marks":[{"type":"bold"}]');
		expect(json).toContain('{"type":"heading","attrs":{"level":2},"content":[{"type":"text","text":"Big"}]}');
	});

	test('reads only when it may not be written, and has no tools then', async () => {
		const { screen, textbox, server } = await editing();
		await screen.rerender({ editable: false });
		expect(screen.getByRole('toolbar').elements()).toEqual([]);
		await expect.element(textbox).toHaveAttribute('contenteditable', 'false');
		expect(server.text).toBe('The need\n\n\nThe idea');
	});

	test('shows where others write, with their name in their colour, and does not say it', async () => {
		const { server, textbox } = await editing();
		const amélie = await opened(server, 'Amélie');
		const second = await render(ProposalEditor, {
			shared: amélie.document.state.shared as never,
			editable: true,
			language: 'en',
			labelledby: 'elsewhere'
		});
		await intoTheNeed(second.getByRole('textbox').last());
		await userEvent.keyboard('Six');
		const flag = textbox.getByText('Amélie');
		await expect.element(flag).toBeVisible();
		const caret = flag.element().parentElement as HTMLElement;
		expect(caret.getAttribute('aria-hidden')).toBe('true');
		expect(caret.className).toMatch(/person-[1-4]/);
		const colour = getComputedStyle(globalThis.document.documentElement).getPropertyValue(
			`--${caret.className.split(' ')[1]}`
		);
		expect(colour).not.toBe('');
		await userEvent.keyboard(' evenings');
		const words = () => {
			const copy = textbox.element().cloneNode(true) as HTMLElement;
			for (const one of copy.querySelectorAll('.caret')) one.remove();
			return copy.textContent;
		};
		await vi.waitFor(() => expect(words()).toBe('The needSix eveningsThe idea'));
		// The caret stands behind the last letter, once it has followed.
		await vi.waitFor(() => expect(textbox.element().textContent).toBe('The needSix eveningsAmélieThe idea'));
	});

	test('keeps the names of others readable where nothing may move, and shows a faded one to whoever points at its paragraph', async () => {
		const wish = (value: 'reduce' | 'no-preference') =>
			cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-reduced-motion', value }] });
		const { server, textbox } = await editing();
		// Somebody who has written in no test before: this device keeps a copy for each.
		const odile = await opened(server, 'Odile');
		const second = await render(ProposalEditor, {
			...{ shared: odile.document.state.shared as never, editable: true, language: 'en', labelledby: 'elsewhere' }
		});
		await intoTheNeed(second.getByRole('textbox').last());
		await userEvent.keyboard('Six');
		const flag = () => textbox.getByText('Odile').element();
		// Taking the focus puts the caret into the heading first: the flag has followed it when it stands behind the words.
		await expect.poll(() => textbox.getByText('Odile').query()?.closest('p')?.textContent).toBe('SixOdile');
		const opacity = () => getComputedStyle(flag()).opacity;
		await wish('reduce');
		expect(opacity()).toBe('1');
		await wish('no-preference');
		await expect.poll(() => flag().getAnimations().length).toBe(1);
		for (const animation of flag().getAnimations()) animation.finish();
		expect(opacity()).toBe('0.25');
		await userEvent.hover(flag().closest('p') as HTMLElement);
		await expect.poll(opacity).toBe('1');
	});

	test('has nothing that axe finds', async () => {
		const { screen } = await editing();
		const { violations } = await axe.run(screen.container, {
			runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
			rules: { region: { enabled: false } }
		});
		expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
	});
});

/** What a browser does with Ctrl+V, whatever the clipboard holds. */
function paste(element: Element, plain: string, html = '') {
	const data = new DataTransfer();
	data.setData('text/plain', plain);
	if (html) data.setData('text/html', html);
	element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
}
