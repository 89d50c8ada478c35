import { afterEach, describe, expect, it, vi } from 'vitest';
import { offer } from '../../domain/given.ts';
import { id } from '../../domain/story.ts';
import { boardSocket, type BoardSocket } from './board-socket.ts';
import { runningForum, tokenIn } from './forum.ts';
import { openHouse, type Browser } from './house.ts';

afterEach(() => void vi.useRealTimers());

describe('what looks at a board', () => {
	it('is told at once when a new passphrase has ended the organiser’s sessions', async () => {
		const house = await openHouse();
		const { organiser, workshop } = await runningForum(house);
		const socket = await boardSocket(house, organiser, 'organiser', workshop.id);
		expect(await socket.greet()).toMatchObject({ is: 'snapshot' });
		const told = new Promise((resolve) => socket.once('you', resolve));
		const link = await house.directory.links.make({ kind: 'organiser' });
		const passphrase = 'another four words here';
		await house.browser().post('/organiser/claim', { token: tokenIn(link), name: 'Odile', passphrase });
		await told;
		expect(await socket.greet()).toMatchObject({ is: 'refused', code: 'session-ended' });
	});

	it('speaks for nobody any more when signing out has been answered, on the board and in the texts', async () => {
		const house = await openHouse();
		const { delegate, workshop } = await runningForum(house);
		const { phone } = await delegate();
		const [looking, other] = [
			await boardSocket(house, phone, 'delegate', workshop.id),
			await boardSocket(house, phone, 'delegate', workshop.id)
		];
		await looking.greet();
		const wish = (n: number) => ({ board: workshop.id, submissionId: id(`w${n}`), command: offer(`card ${n}`) });
		// Never greeted: it has no place on the board, and its session is known.
		expect(await other.emitWithAck('submit', wish(0))).toMatchObject({ code: 'workshop-not-started' });
		const texts = vi.spyOn(house.app.proposals.texts, 'sessionsEnded');
		await phone.post('/sign-out', {}, 'delegate');
		expect(texts).toHaveBeenCalledOnce();
		for (const [n, socket] of [looking, other].entries())
			expect(await socket.emitWithAck('submit', wish(n + 1))).toMatchObject({ is: 'again', code: 'session-ended' });
	});

	it('is not let in when its session ends while the board is still being read from the disk', async () => {
		const house = await openHouse();
		const { delegate, workshop } = await runningForum(house);
		const { phone, joined } = await delegate();
		const socket = await boardSocket(house, phone, 'delegate', workshop.id);
		const { rooms } = house.app.boards;
		const [reading, read] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
		const open = rooms.open.bind(rooms);
		vi.spyOn(rooms, 'open').mockImplementationOnce(async (board) => {
			reading.resolve();
			await read.promise;
			return open(board);
		});
		const greeted = socket.greet();
		await reading.promise;
		await phone.post('/sign-out', {}, 'delegate');
		read.resolve();
		expect(await greeted).toMatchObject({ is: 'refused', code: 'session-ended' });
		const { view } = await open(workshop.id);
		expect(view.watchersOf(joined.you.personId)).toEqual([]);
	});

	it('is judged every 30 seconds: a session that has ended elsewhere shows nothing more', async () => {
		vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
		const house = await openHouse();
		const { delegate, workshop } = await runningForum(house);
		const { phone, joined } = await delegate();
		const socket = await boardSocket(house, phone, 'delegate', workshop.id);
		await socket.greet();
		const told = new Promise((resolve) => socket.once('you', resolve));
		await house.sessions.endEverywhere(joined.you.personId);
		vi.advanceTimersByTime(30_000);
		await told;
		const { view } = await house.app.boards.rooms.open(workshop.id);
		expect(view.watchersOf(joined.you.personId)).toEqual([]);
	});

	it('is one of twelve connections of its session: a thirteenth ends the one that was silent longest', async () => {
		const house = await openHouse();
		const { delegate, workshop } = await runningForum(house);
		const { phone } = await delegate();
		const pages: BoardSocket[] = [];
		for (let page = 0; page < 12; page += 1) {
			house.clock.now += 1;
			const socket = await boardSocket(house, phone, 'delegate', workshop.id);
			await socket.greet();
			pages.push(socket);
		}
		house.clock.now += 1;
		await pages[0]?.greet();
		const ended = new Promise((resolve) => pages[1]?.once('disconnect', resolve));
		const last = await boardSocket(house, phone, 'delegate', workshop.id);
		expect(await last.greet()).toMatchObject({ is: 'snapshot' });
		await ended;
		expect(pages.map((page) => page.connected)).toEqual(pages.map((_, index) => index !== 1));
	});
});

describe('the commands of one person', () => {
	it('are limited together, whatever connections they come by', async () => {
		const house = await openHouse();
		const { delegate, workshop } = await runningForum(house);
		const { phone } = await delegate();
		const sockets = [
			await boardSocket(house, phone, 'delegate', workshop.id),
			await boardSocket(house, phone, 'delegate', workshop.id)
		];
		const answers = await Promise.all(
			Array.from({ length: 102 }, (_, n) => {
				const submission = { board: workshop.id, submissionId: id(`s${n}`), command: offer(`card ${n}`) };
				return sockets[n % 2]!.emitWithAck('submit', submission);
			})
		);
		const late = answers.filter((answer) => answer.is === 'again');
		expect(late.length).toBeGreaterThan(0);
		expect(late[0]).toMatchObject({ code: 'try-later' });
	});
});

describe('the hellos of one connection', () => {
	it('are limited, and are heard again a moment later; other connections are heard meanwhile', async () => {
		vi.useFakeTimers({ toFake: ['Date'] });
		const house = await openHouse();
		const { delegate, workshop } = await runningForum(house);
		const { phone } = await delegate();
		const socket = await boardSocket(house, phone, 'delegate', workshop.id);
		const answers = await Promise.all(Array.from({ length: 80 }, () => socket.greet()));
		expect(answers.slice(0, 60).filter(({ is }) => is === 'refused')).toEqual([]);
		expect(answers.at(-1)).toMatchObject({ is: 'refused', code: 'try-later' });
		const other = await boardSocket(house, phone, 'delegate', workshop.id);
		expect(await other.greet()).toMatchObject({ is: 'snapshot' });
		vi.setSystemTime(Date.now() + 3000);
		expect(await socket.greet()).toMatchObject({ is: 'snapshot' });
	});
});

describe('the whole board', () => {
	it('is read by one person so often and no more, and by others meanwhile', async () => {
		const house = await openHouse();
		const { delegate, workshop } = await runningForum(house);
		const [{ phone }, { phone: other }] = [await delegate(), await delegate('Oskari')];
		const look = async (one: Browser) => (await one.get(`/boards/${workshop.id}/seen`)).status;
		const statuses = await Promise.all(Array.from({ length: 60 }, () => look(phone)));
		expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(30);
		expect(statuses).toContain(429);
		expect(await look(other)).toBe(200);
	});
});
