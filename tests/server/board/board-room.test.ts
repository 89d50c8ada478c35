import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openingNotice } from '#lib/domain/commands/announce-opening.ts';
import { lockBoard } from '#lib/domain/commands/lock-board.ts';
import type { Actor } from '#lib/domain/command.ts';
import type { Ack } from '#lib/protocol/messages.ts';
import { BoardRoom } from '../../../server/board/board-room.ts';
import { TextUnreadable } from '../../../server/board/ports.ts';
import { GroupCommit } from '../../../server/store/group-commit.ts';
import { announce, challenge, open, readyDraft, running } from '../../domain/given.ts';
import { facilitator, id, paivi, type Story } from '../../domain/story.ts';
import { KnownPeople } from '../../support/known-people.ts';
import { MemoryStore } from '../../support/memory-store.ts';
import { cast } from '../../support/random-story.ts';
import { speaking } from '../../support/speaking.ts';

/** A room over what this story left on the disk; `said` tells what it asked of the text. */
async function roomAfter(story: Story, freeze: () => Promise<unknown> = () => Promise.resolve({}), windowMs = 1) {
	const store = new MemoryStore();
	const commit = new GroupCommit(store, windowMs);
	store.boards.set(id('board'), [...story.events]);
	const said: string[] = [];
	const start = Date.now();
	const room = await BoardRoom.open(id('board'), {
		store,
		commit,
		directory: new KnownPeople(id('board'), cast),
		texts: {
			firstContent: () => new Uint8Array([0, 0]),
			freeze: () => {
				said.push('freeze');
				return freeze();
			},
			thaw: () => void said.push('thaw'),
			seatsChanged: () => undefined,
			sessionsEnded: () => Promise.resolve()
		},
		claimProposal: () => Promise.resolve(true),
		now: () => story.now + (Date.now() - start),
		committed: () => undefined,
		fault: (cause) => void said.push(cause instanceof Error ? cause.message : 'fault')
	});
	const draft = () => room.board.proposals.get(id('bus'));
	return { room, store, commit, said, draft };
}

describe('A draft whose text cannot be read', () => {
	beforeEach(() => void vi.useFakeTimers());
	afterEach(() => void vi.useRealTimers());

	test('is written on after each try, and is a draft again after a few, which its history tells', async () => {
		const { room, said, draft } = await roomAfter(readyDraft().did(paivi, announce), () =>
			Promise.reject(new TextUnreadable('damaged'))
		);
		await vi.advanceTimersByTimeAsync(openingNotice + 60_000);
		expect(said).toEqual(Array.from({ length: 4 }, () => ['freeze', 'thaw', 'damaged']).flat());
		expect(draft()?.state.is).toBe('draft');
		expect(draft()?.moments.at(-1)?.what).toBe('opening-failed-text');
		await room.close();
	});

	test.each([
		[
			'decided on',
			{
				get content() {
					throw new Error('no text');
				}
			},
			'no text'
		],
		['summed', { toJSON: () => 'no text' }, 'JSON']
	])('is written on when what was frozen cannot be %s', async (_what, frozen: object, fault) => {
		const { room, said } = await roomAfter(readyDraft().did(paivi, announce), () => Promise.resolve(frozen));
		await vi.advanceTimersByTimeAsync(openingNotice + 1);
		expect(said).toEqual(['freeze', 'thaw', expect.stringContaining(fault)]);
		await room.close();
	});
});

describe('A command that waits in the queue', () => {
	test('is decided by who its person is when its turn comes, before and after a text is frozen', async () => {
		let frozen: (text: unknown) => void = () => undefined;
		const freezing = new Promise((resolve) => (frozen = resolve));
		const story = readyDraft().did(paivi, announce).wait(openingNotice);
		const { room, draft, said } = await roomAfter(story, () => freezing);
		await vi.waitFor(() => expect(said).toEqual(['freeze']));
		let now: Actor | Ack = paivi;
		const speaker = { personId: paivi.personId, standing: () => now };
		const post = (name: string) => room.submit(speaker, { submissionId: id(`post ${name}`), command: challenge(name) });
		const gone: Ack = { is: 'refused', code: 'not-joined', sentence: '', values: {} };
		const first = post('need');
		now = { ...paivi, centreId: id('lyon'), verified: false };
		frozen({ type: 'doc', content: [] });
		expect(await first).toMatchObject({ is: 'saved' });
		expect(room.board.cards.get(id('need'))).toMatchObject({ centreId: id('lyon') });
		expect(draft()?.state.is).toBe('open');
		const second = post('second');
		now = gone;
		expect(await second).toEqual(gone);
		now = paivi;
		expect(await post('second')).toMatchObject({ is: 'saved' });
		await room.close();
	});

	test('is not heard when its person left while the text was frozen for it, and the text is written on', async () => {
		const story = readyDraft().did(paivi, announce);
		const { room, said } = await roomAfter(story, () => {
			now = { is: 'again', code: 'session-ended', sentence: '' };
			return Promise.resolve({ type: 'doc', content: [] });
		});
		story.wait(openingNotice);
		let now: Actor | Ack = paivi;
		const ack = room.submit(
			{ personId: paivi.personId, standing: () => now },
			{ submissionId: id('open'), command: open }
		);
		expect(await ack).toMatchObject({ is: 'again', code: 'session-ended' });
		expect(said).toEqual(['freeze', 'thaw']);
		await room.close();
	});
});

describe('A refusal', () => {
	const locking = { submissionId: id('lock'), command: lockBoard.with({ locked: true }) };
	const posting = { submissionId: id('post'), command: challenge('need') };

	test('that stands on what is not on the disk yet is told when it is', async () => {
		const { room, commit } = await roomAfter(running(), undefined, 1_000_000);
		const locked = room.submit(speaking(facilitator), locking);
		const answers: Ack[] = [];
		const posted = room.submit(speaking(paivi), posting).then((ack) => answers.push(ack));
		await new Promise(setImmediate);
		expect(answers).toEqual([]);
		await commit.flush();
		await posted;
		expect(await locked).toMatchObject({ is: 'saved' });
		expect(answers).toMatchObject([{ is: 'refused', code: 'board-locked' }]);
		// Everything is on the disk: nothing is waited for.
		const again = { ...posting, submissionId: id('post again') };
		expect(await room.submit(speaking(paivi), again)).toMatchObject({ is: 'refused', code: 'board-locked' });
		await room.close();
	});

	test('that stands on what the disk did not take is none: it is sent again, and then it is accepted', async () => {
		const { room, store, commit } = await roomAfter(running(), undefined, 1_000_000);
		store.failing = 1;
		const answers = [room.submit(speaking(facilitator), locking), room.submit(speaking(paivi), posting)];
		await new Promise(setImmediate);
		await commit.flush();
		for (const answer of answers) expect(await answer).toMatchObject({ is: 'again', code: 'not-saved' });
		const again = room.submit(speaking(paivi), posting);
		await new Promise(setImmediate);
		await commit.flush();
		expect(await again).toMatchObject({ is: 'saved' });
		await room.close();
	});
});

describe('A command', () => {
	test('that was decided on what the disk did not take, while its text was being frozen, is sent again', async () => {
		const story = readyDraft().did(paivi, announce);
		const { room, store, commit, said } = await roomAfter(
			story,
			async () => {
				store.failing = 1;
				await commit.flush();
				return { type: 'doc', content: [] };
			},
			1_000_000
		);
		story.wait(openingNotice);
		const lock = room.submit(speaking(facilitator), {
			submissionId: id('lock'),
			command: lockBoard.with({ locked: true })
		});
		const opening = room.submit(speaking(paivi), { submissionId: id('open'), command: open });
		expect(await lock).toMatchObject({ is: 'again' });
		expect(await opening).toMatchObject({ is: 'again', code: 'not-saved' });
		expect(said).toContain('thaw');
		await room.close();
	});
});
