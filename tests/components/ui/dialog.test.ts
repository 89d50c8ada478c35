import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { announcer } from '#lib/ui/announcer.svelte.ts';
import ConfirmStage from './stages/ConfirmStage.svelte';
import DialogStage from './stages/DialogStage.svelte';

const native = Object.getOwnPropertyDescriptor(HTMLDialogElement.prototype, 'showModal');

function takeShowModalAway() {
	Reflect.deleteProperty(HTMLDialogElement.prototype, 'showModal');
}

afterEach(() => {
	if (native) Object.defineProperty(HTMLDialogElement.prototype, 'showModal', native);
});

const opener = () => page.getByRole('button', { name: 'Ask for a change' });
const dialog = () => page.getByRole('dialog', { name: 'What should change?' });
const field = () => page.getByRole('textbox', { name: 'Your reason' });

describe.each([
	{ browser: 'with the native modal dialog', prepare: () => {} },
	{ browser: 'in a browser that lacks it', prepare: takeShowModalAway }
])('a dialog, $browser', ({ prepare }) => {
	async function opened() {
		prepare();
		await render(DialogStage);
		await opener().click();
		await expect.element(dialog()).toBeVisible();
	}

	test('is named by its title and takes the focus', async () => {
		await opened();
		await expect.element(dialog()).toHaveFocus();
	});

	test('closes with Escape and gives the focus back to what opened it', async () => {
		await opened();
		await userEvent.keyboard('{Escape}');
		await expect.element(dialog()).not.toBeInTheDocument();
		await expect.element(opener()).toHaveFocus();
		await expect.element(page.getByText('closed 1 times')).toBeVisible();
	});

	test('keeps the Tab key inside', async () => {
		await opened();
		for (let press = 0; press < 5; press += 1) {
			await userEvent.keyboard('{Tab}');
			expect(document.activeElement?.textContent).not.toBe('Elsewhere');
			expect(document.activeElement?.textContent).not.toBe('Ask for a change');
		}
	});

	test('asks before it throws away what was typed, and keeps it when it should', async () => {
		await opened();
		await field().fill('The bus is in the garage');
		await userEvent.keyboard('{Escape}');
		await expect.element(page.getByText('Close without keeping what you typed?')).toBeVisible();
		await expect.element(page.getByRole('button', { name: 'Keep writing' })).toHaveFocus();
		await userEvent.keyboard('{Enter}');
		await expect.element(field()).toHaveValue('The bus is in the garage');
	});

	test('closes without keeping the text only when the person says so', async () => {
		await opened();
		await field().fill('The bus is in the garage');
		await page.getByRole('button', { name: 'Close', exact: true }).click();
		await page.getByRole('button', { name: 'Close, do not keep it' }).click();
		await expect.element(dialog()).not.toBeInTheDocument();
		await expect.element(opener()).toHaveFocus();
	});

	test('holds the page behind it still, and lets it go again', async () => {
		await opened();
		expect(document.documentElement.classList).toContain('dialog-open');
		await userEvent.keyboard('{Escape}');
		await expect.element(dialog()).not.toBeInTheDocument();
		expect(document.documentElement.classList).not.toContain('dialog-open');
	});
});

test('a dialog that the browser itself closed comes back when something typed would be lost', async () => {
	await render(DialogStage);
	await opener().click();
	await field().fill('The bus is in the garage');
	// The back gesture of a phone ends in this call, without an event that could be refused.
	dialog().element().closest('dialog')?.close();
	await expect.element(page.getByText('Close without keeping what you typed?')).toBeVisible();
	await expect.element(field()).toHaveValue('The bus is in the garage');
});

describe('a question', () => {
	test('closes when its answer is done', async () => {
		await render(ConfirmStage, { answer: () => Promise.resolve(true) });
		await page.getByRole('button', { name: 'Withdraw' }).click();
		await page.getByRole('button', { name: 'Withdraw this card' }).click();
		await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
	});

	test('stays open and says why when its answer could not be done', async () => {
		await render(ConfirmStage, { answer: () => Promise.resolve(false) });
		await page.getByRole('button', { name: 'Withdraw' }).click();
		await page.getByRole('button', { name: 'Withdraw this card' }).click();
		await expect.element(page.getByText('The network is away. Nothing has changed.')).toBeVisible();
		await expect.element(page.getByRole('dialog', { name: 'Withdraw this card?' })).toBeVisible();
	});

	test('takes one answer while it works on it, and says that it does', async () => {
		let asked = 0;
		let finish: (done: boolean) => void = () => {};
		const answer = () => {
			asked += 1;
			return new Promise<boolean>((resolve) => (finish = resolve));
		};
		await render(ConfirmStage, { answer });
		await page.getByRole('button', { name: 'Withdraw' }).click();
		await page.getByRole('button', { name: 'Withdraw this card' }).click();
		const working = page.getByRole('button', { name: 'Withdrawing …' });
		await expect.element(working).toHaveAttribute('aria-disabled', 'true');
		await working.click({ force: true });
		expect(asked).toBe(1);
		finish(true);
		await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
	});
});

test('news is heard while a dialog is open, and what was said before is not said again', async () => {
	announcer.say('Phase 1 has begun');
	announcer.flush();
	await render(DialogStage);
	await opener().click();
	const region = () => dialog().element().querySelector('[aria-live=polite]')?.textContent;
	expect(region()).toBe('');
	announcer.say('Phase 2 has begun');
	announcer.flush();
	await expect.poll(region).toBe('Phase 2 has begun.');
});

test('a press on the veil closes, a selection that is dragged out there does not', async () => {
	await render(DialogStage);
	await opener().click();
	const veil = dialog().element();
	const text = page.getByRole('heading', { name: 'What should change?' }).element();
	text.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
	veil.dispatchEvent(new MouseEvent('click', { bubbles: true }));
	await expect.element(dialog()).toBeVisible();
	veil.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
	veil.dispatchEvent(new MouseEvent('click', { bubbles: true }));
	await expect.element(dialog()).not.toBeInTheDocument();
});
