import { expect, onTestFinished, vi } from 'vitest';
import { userEvent, type page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { plainTextOf } from '#lib/domain/rich-text.ts';
import ProposalEditor from '#lib/proposal/ProposalEditor.svelte';
import { ProposalDocument } from '#lib/proposal/proposal-document.ts';
import '../../../src/app.css';
import { PocketServer, proposalId } from './pocket-server.ts';

export async function opened(server = new PocketServer(), personId = `p${Math.random()}`) {
	const document = ProposalDocument.open({
		proposalId,
		personId,
		as: 'delegate',
		address: 'ws://pocket/proposals',
		WebSocket: server.socketOf(personId),
		onWake: () => () => undefined
	});
	onTestFinished(() => document.close());
	await vi.waitFor(() => expect(document.state.shared).not.toBeNull());
	return { server, document, text: () => plainTextOf(document.text()) };
}

export async function editing(server?: PocketServer) {
	const { document, ...rest } = await opened(server);
	const { shared } = document.state;
	if (!shared) throw new Error('not open');
	const screen = await render(ProposalEditor, { shared, editable: true, language: 'en' });
	const textbox = screen.getByRole('textbox', { name: 'Our text' });
	await expect.element(textbox).toBeVisible();
	return { ...rest, document, screen, textbox };
}

/** Puts the caret into the empty paragraph under the first heading. */
export async function intoTheNeed(textbox: ReturnType<typeof page.getByRole>) {
	(textbox.element() as HTMLElement).focus();
	await userEvent.click((textbox.element().querySelectorAll('p')[0] as HTMLElement) ?? textbox.element());
}
