import { describe, expect, onTestFinished, test, vi } from 'vitest';
import * as Y from 'yjs';
import { plainTextOf } from '#lib/domain/rich-text.ts';
import { ProposalDocument, type DocumentState } from '#lib/proposal/proposal-document.ts';
import { PocketServer, proposalId } from './pocket-server.ts';

let person = 0;
/** Each test is somebody else, with a storage of their own. */
const somebody = () => `person${(person += 1)}${Math.random().toString(36).slice(2)}`;

/** A page with the text open; `wake` is somebody coming back to it. */
function visit(server: PocketServer, personId: string) {
	let wake = () => undefined as void;
	const document = ProposalDocument.open({
		proposalId,
		personId,
		as: 'delegate',
		address: 'ws://pocket/proposals',
		WebSocket: server.socketOf(personId),
		random: () => 0,
		onWake: (callback) => {
			wake = callback;
			return () => undefined;
		}
	});
	const states: DocumentState[] = [];
	document.subscribe((state) => states.push(state));
	onTestFinished(() => document.close());
	return {
		document,
		states,
		wake: () => wake(),
		state: () => document.state,
		save: () => document.state.save,
		text: () => plainTextOf(document.text()),
		write: (words: string) => {
			const paragraph = new Y.XmlElement('paragraph');
			paragraph.insert(0, [new Y.XmlText(words)]);
			document.state.shared?.doc.getXmlFragment('default').push([paragraph]);
		},
		saved: () => vi.waitFor(() => expect(document.state.save.is).toBe('saved'), { timeout: 5_000 })
	};
}

describe('a text on this device', () => {
	test('opens with what the server has, and is saved', async () => {
		const page = visit(new PocketServer(), somebody());
		expect(page.save()).toEqual({ is: 'opening' });
		expect(page.state().shared).toBeNull();
		await page.saved();
		expect(page.text()).toBe('The need\n\n\nThe idea');
		expect(page.state()).toMatchObject({ connected: true, seat: 'write', editable: true, keeps: true, aside: null });
	});

	test('is saved only when the server has it on disk', async () => {
		const server = new PocketServer();
		const page = visit(server, somebody());
		await page.saved();
		server.holdCommits();
		page.write('six evenings');
		expect(page.save()).toEqual({ is: 'saving' });
		await vi.waitFor(() => expect(server.visits).toHaveLength(1));
		expect(server.text).not.toContain('six evenings');
		server.letCommitsThrough();
		await page.saved();
		expect(server.text).toContain('six evenings');
	});

	test('is written on without a network, survives a reload, and is sent when the network is back', async () => {
		const server = new PocketServer();
		const me = somebody();
		const first = visit(server, me);
		await first.saved();
		server.goDown();
		await vi.waitFor(() => expect(first.state().connected).toBe(false));
		expect(first.save().is).toBe('saved');
		first.write('in the train');
		await vi.waitFor(() => expect(first.save()).toEqual({ is: 'offline-kept' }));
		first.document.close();

		const again = visit(server, me);
		await vi.waitFor(() => expect(again.save()).toEqual({ is: 'offline-kept' }));
		expect(again.text()).toContain('in the train');
		expect(again.state()).toMatchObject({ editable: true, connected: false });
		again.write('and in the hotel');
		server.comeBack();
		again.wake();
		await again.saved();
		expect(server.text).toMatch(/in the train\nand in the hotel/);
		expect(server.visits.at(-1)).toBe(`ws://pocket/proposals/${proposalId}?as=delegate&epoch=1`);
	});

	test('says so when the device stores nothing, and goes on', async () => {
		const refused = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
			throw new DOMException('no storage here', 'SecurityError');
		});
		const server = new PocketServer();
		const page = visit(server, somebody());
		await page.saved();
		expect(page.state().keeps).toBe(false);
		server.goDown();
		await vi.waitFor(() => expect(page.state().connected).toBe(false));
		page.write('only here');
		await vi.waitFor(() => expect(page.save()).toEqual({ is: 'not-kept' }));
		server.comeBack();
		page.wake();
		await page.saved();
		expect(server.text).toContain('only here');
		refused.mockRestore();
	});

	test('is another person’s, and another text, on the same device', async () => {
		const server = new PocketServer();
		const mine = visit(server, somebody());
		await mine.saved();
		server.goDown();
		await vi.waitFor(() => expect(mine.state().connected).toBe(false));
		mine.write('mine alone');
		await vi.waitFor(() => expect(mine.save().is).toBe('offline-kept'));
		mine.document.close();
		server.comeBack();
		const other = visit(server, somebody());
		await other.saved();
		expect(other.text()).not.toContain('mine alone');
		expect(server.text).not.toContain('mine alone');
	});

	test('shows who else is there, each person once', async () => {
		const server = new PocketServer();
		const [me, other] = [somebody(), somebody()];
		const page = visit(server, me);
		await page.saved();
		const [first] = [visit(server, other), visit(server, other), visit(server, me)];
		await vi.waitFor(() => expect(page.state().others).toEqual([expect.objectContaining({ name: other })]), 3_000);
		first.document.close();
	});
});

describe('coming back to the page', () => {
	test('leaves a connection alone that has just been heard', async () => {
		const server = new PocketServer();
		const page = visit(server, somebody());
		await page.saved();
		page.wake();
		expect(page.state().connected).toBe(true);
		expect(server.visits).toHaveLength(1);
	});

	test('tries at once instead of waiting', async () => {
		const server = new PocketServer();
		const page = visit(server, somebody());
		await page.saved();
		server.goDown();
		await vi.waitFor(() => expect(server.visits.length).toBeGreaterThan(2), 5_000);
		server.comeBack();
		const before = server.visits.length;
		page.wake();
		expect(server.visits).toHaveLength(before + 1);
		await vi.waitFor(() => expect(page.state().connected).toBe(true));
	});
});

describe('a refusal', () => {
	test.each([4401, 4403, 4404, 4429] as const)(
		'with %i ends the connection, and what was written stays',
		async (code) => {
			const server = new PocketServer();
			const page = visit(server, somebody());
			await page.saved();
			server.goDown();
			await vi.waitFor(() => expect(page.state().connected).toBe(false));
			page.write('not lost');
			server.refuses = code;
			server.comeBack();
			page.wake();
			await vi.waitFor(() => expect(page.save()).toEqual({ is: 'refused', code }));
			expect(page.state().editable).toBe(false);
			expect(page.text()).toContain('not lost');
			const visits = server.visits.length;
			page.wake();
			expect(server.visits).toHaveLength(visits);
		}
	);

	test('lets the person begin again with the server’s text, and copy what stood here', async () => {
		const server = new PocketServer();
		const page = visit(server, somebody());
		await page.saved();
		server.refuses = 4400;
		page.write('refused words');
		server.goDown();
		server.comeBack();
		await vi.waitFor(() => expect(page.save()).toEqual({ is: 'refused', code: 4400 }), 5_000);
		server.refuses = null;
		page.document.startAfresh();
		await vi.waitFor(() => expect(page.state().aside).not.toBeNull());
		expect(plainTextOf(page.state().aside?.text)).toContain('refused words');
		expect(page.state().aside?.sendable).toBe(false);
		await page.saved();
		expect(page.text()).toBe(server.text);
		await page.document.dropAside();
		expect(page.state().aside).toBeNull();
	});
});

describe('what was written offline and meets a freeze', () => {
	const offlineEdit = async (server: PocketServer, me: string) => {
		const page = visit(server, me);
		await page.saved();
		server.goDown();
		await vi.waitFor(() => expect(page.state().connected).toBe(false));
		page.write('written too late');
		await vi.waitFor(() => expect(page.save().is).toBe('offline-kept'));
		server.kind = 'frozen';
		return page;
	};

	test('is set apart to be compared and copied, and is not in the text', async () => {
		const server = new PocketServer();
		const page = await offlineEdit(server, somebody());
		server.comeBack();
		page.wake();
		await vi.waitFor(() => expect(page.state().aside).not.toBeNull());
		expect(plainTextOf(page.state().aside?.text)).toContain('written too late');
		expect(page.state().aside?.sendable).toBe(false);
		await vi.waitFor(() => expect(page.save()).toEqual({ is: 'read-only', frozen: true }));
		expect(page.text()).toBe(server.text);
		expect(server.text).not.toContain('written too late');
	});

	test('is not sent by itself when the text is open again, and is when the person says so', async () => {
		const server = new PocketServer();
		const page = await offlineEdit(server, somebody());
		server.comeBack();
		page.wake();
		await vi.waitFor(() => expect(page.state().aside).not.toBeNull());
		await server.judgeAgain('write');
		await vi.waitFor(() => expect(page.state().aside?.sendable).toBe(true), 5_000);
		page.write('written now');
		await vi.waitFor(() => expect(server.text).toContain('written now'));
		expect(server.text).not.toContain('written too late');
		page.document.sendAside();
		await vi.waitFor(() => expect(server.text).toContain('written too late'));
		await vi.waitFor(() => expect(page.state().aside).toBeNull());
	});

	test('is still offered after a reload, and never sent by that', async () => {
		const server = new PocketServer();
		const me = somebody();
		const page = await offlineEdit(server, me);
		server.comeBack();
		page.wake();
		await vi.waitFor(() => expect(page.state().aside).not.toBeNull());
		page.document.close();
		server.kind = 'write';
		const again = visit(server, me);
		await again.saved();
		await vi.waitFor(() => expect(again.state().aside?.sendable).toBe(true));
		expect(again.text()).not.toContain('written too late');
		again.write('more');
		await vi.waitFor(() => expect(server.text).toContain('more'));
		expect(server.text).not.toContain('written too late');
	});

	test('is set apart as well when the page was closed in between', async () => {
		const server = new PocketServer();
		const me = somebody();
		(await offlineEdit(server, me)).document.close();
		server.comeBack();
		const again = visit(server, me);
		await vi.waitFor(() => expect(again.state().aside).not.toBeNull());
		await vi.waitFor(() => expect(again.save()).toEqual({ is: 'read-only', frozen: true }));
		expect(again.text()).not.toContain('written too late');
	});

	test('is nothing when everything had arrived', async () => {
		const server = new PocketServer();
		const me = somebody();
		const page = visit(server, me);
		await page.saved();
		page.write('in time');
		await page.saved();
		await server.judgeAgain('frozen');
		await vi.waitFor(() => expect(page.save()).toEqual({ is: 'read-only', frozen: true }), 5_000);
		page.document.close();
		const again = visit(server, me);
		await vi.waitFor(() => expect(again.save()).toEqual({ is: 'read-only', frozen: true }));
		await vi.waitFor(() => expect(again.state().shared).not.toBeNull());
		expect(again.state().aside).toBeNull();
		expect(again.text()).toContain('in time');
	});

	test('is set apart and cannot be sent when the document was replaced by another', async () => {
		const server = new PocketServer();
		const page = await offlineEdit(server, somebody());
		server.kind = 'write';
		await server.replaceDocument('fr');
		server.comeBack();
		page.wake();
		await vi.waitFor(() => expect(page.state().aside).not.toBeNull());
		await page.saved();
		expect(page.text()).toContain('Le besoin');
		expect(page.state().aside?.sendable).toBe(false);
		page.write('dans le nouveau texte');
		await page.saved();
		expect(server.text).toContain('dans le nouveau texte');
	});
});
