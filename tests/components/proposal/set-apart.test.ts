import { describe, expect, test, vi } from 'vitest';
import { plainTextOf } from '#lib/domain/rich-text.ts';
import { PocketServer } from './pocket-server.ts';
import { somebody, visit } from './visit.ts';

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

	test('is set apart as well when the text was frozen and reopened before it came back', async () => {
		const server = new PocketServer();
		const page = await offlineEdit(server, somebody());
		server.kind = 'write';
		server.version = 1;
		server.comeBack();
		page.wake();
		await vi.waitFor(() => expect(page.state().aside).not.toBeNull());
		expect(plainTextOf(page.state().aside?.text)).toContain('written too late');
		await page.saved();
		page.write('written now');
		await vi.waitFor(() => expect(server.text).toContain('written now'));
		expect(server.text).not.toContain('written too late');
		expect(page.state().aside?.sendable).toBe(true);
		page.document.sendAside();
		await vi.waitFor(() => expect(server.text).toContain('written too late'));
	});

	test('is set apart when the page was closed while a version came and went', async () => {
		const server = new PocketServer();
		const me = somebody();
		(await offlineEdit(server, me)).document.close();
		server.kind = 'write';
		server.version = 1;
		server.comeBack();
		const again = visit(server, me);
		await vi.waitFor(() => expect(again.state().aside?.sendable).toBe(true));
		await again.saved();
		expect(again.text()).not.toContain('written too late');
		expect(server.text).not.toContain('written too late');
	});

	test('goes into the text by itself when the version that it was written after is still the last one', async () => {
		const server = new PocketServer();
		server.version = 1;
		const page = await offlineEdit(server, somebody());
		server.kind = 'write';
		server.comeBack();
		page.wake();
		await vi.waitFor(() => expect(server.text).toContain('written too late'), 5_000);
		expect(page.state().aside).toBeNull();
	});

	test('is nothing when a version came and went and nothing was written meanwhile', async () => {
		const server = new PocketServer();
		const me = somebody();
		const page = visit(server, me);
		await page.saved();
		page.write('in time');
		await page.saved();
		page.document.close();
		server.version = 2;
		const again = visit(server, me);
		await vi.waitFor(() => expect(again.state().shared).not.toBeNull());
		await again.saved();
		expect(again.state().aside).toBeNull();
		again.write('and on');
		await vi.waitFor(() => expect(server.text).toContain('and on'));
	});

	test('is nothing when it was taken back again', async () => {
		const server = new PocketServer();
		const page = visit(server, somebody());
		await page.saved();
		server.goDown();
		await vi.waitFor(() => expect(page.state().connected).toBe(false));
		page.write('and away');
		page.document.state.shared?.doc.getXmlFragment('default').delete(4);
		server.kind = 'frozen';
		server.comeBack();
		page.wake();
		await vi.waitFor(() => expect(page.save()).toEqual({ is: 'read-only', frozen: true }), 5_000);
		await vi.waitFor(() => expect(page.state().shared).not.toBeNull());
		expect(page.state().aside).toBeNull();
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
