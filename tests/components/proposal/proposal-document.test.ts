import { describe, expect, test, vi } from 'vitest';
import { plainTextOf } from '#lib/domain/rich-text.ts';
import { PocketServer, proposalId } from './pocket-server.ts';
import { somebody, visit } from './visit.ts';

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

	test('is not kept for somebody who only reads it', async () => {
		const server = new PocketServer();
		server.kind = 'read';
		const me = somebody();
		const page = visit(server, me);
		await vi.waitFor(() => expect(page.save()).toEqual({ is: 'read-only', frozen: false }));
		await vi.waitFor(() => expect(page.text()).toContain('The need'));
		page.document.close();
		server.goDown();
		const again = visit(server, me);
		await vi.waitFor(() => expect(server.visits.length).toBeGreaterThan(1));
		expect(again.save()).toEqual({ is: 'opening' });
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
