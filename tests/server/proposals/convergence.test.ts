import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { plainTextOf } from '#lib/domain/rich-text.ts';
import { richTextOf } from '#lib/domain/shared-text.ts';
import type { TextSeat } from '#lib/protocol/close-codes.ts';
import { defaultLimits } from '../../../server/proposals/limits.ts';
import { firstContent } from '../../../server/proposals/first-content.ts';
import { ProposalRoom } from '../../../server/proposals/proposal-room.ts';
import { Seat } from '../../../server/proposals/seat.ts';
import { GroupCommit } from '../../../server/store/group-commit.ts';
import { StoreFull, type Batch, type Store } from '../../../server/store/store.ts';
import { id } from '../../domain/story.ts';
import { Wire } from './wire-by-hand.ts';

/** One thing that happens; the number picks who, or where in the text. */
type Step =
	| { readonly do: 'type' | 'delete' | 'split' | 'format'; readonly who: number; readonly at: number }
	| { readonly do: 'up' | 'down' | 'exchange' | 'cut' | 'come' | 'reload'; readonly who: number }
	| { readonly do: 'disk'; readonly fails: boolean }
	| { readonly do: 'window' | 'freeze' | 'thaw' | 'restart' };

const who = fc.nat(2);
const at = fc.nat(60);
const steps: fc.Arbitrary<Step[]> = fc.array(
	fc.oneof(
		{ weight: 10, arbitrary: fc.record({ do: fc.constantFrom('type', 'delete', 'split', 'format'), who, at }) },
		{ weight: 8, arbitrary: fc.record({ do: fc.constantFrom('up', 'down'), who }) },
		{ weight: 6, arbitrary: fc.record({ do: fc.constant('exchange'), who }) },
		{ weight: 4, arbitrary: fc.record({ do: fc.constantFrom('cut', 'reload', 'come', 'come', 'come'), who }) },
		{ weight: 4, arbitrary: fc.record({ do: fc.constant('window') }) },
		{ weight: 4, arbitrary: fc.record({ do: fc.constant('disk'), fails: fc.constantFrom(false, false, false, true) }) },
		{ weight: 1, arbitrary: fc.record({ do: fc.constantFrom('freeze', 'thaw', 'thaw', 'restart') }) }
	),
	{ minLength: 40, maxLength: 120, size: 'max' }
);

/** A disk whose commits are let through, or refused, by hand. */
class Disk implements Pick<Store, 'loadDocument' | 'commit'> {
	updates: Uint8Array[] = [firstContent('en')];
	#waiting: { batch: Batch; done: (cause?: Error) => void }[] = [];

	async loadDocument() {
		return { epoch: 1, updates: [...this.updates] };
	}

	commit(batch: Batch): Promise<void> {
		return new Promise((resolve, reject) =>
			this.#waiting.push({ batch, done: (cause) => (cause ? reject(cause) : resolve()) })
		);
	}

	letThrough(fails: boolean): void {
		for (const { batch, done } of this.#waiting.splice(0)) {
			if (fails) done(new StoreFull('full'));
			else {
				for (const { updates, replace } of batch.documents) {
					this.updates = replace ? [...updates] : [...this.updates, ...updates];
				}
				done();
			}
		}
	}

	get doc(): Y.Doc {
		const doc = new Y.Doc();
		for (const update of this.updates) Y.applyUpdate(doc, update);
		return doc;
	}
}

/** Three phones, one room, a network and a disk that do only what the story says. */
class World {
	readonly disk = new Disk();
	readonly commit = new GroupCommit(this.disk as unknown as Store, 1_000_000);
	readonly wires = [0, 1, 2].map((n) => new Wire(id(`person ${n}`)));
	readonly turnedAway: string[] = [];
	room: ProposalRoom | null = null;
	frozen: Promise<unknown> | null = null;

	async openRoom(): Promise<ProposalRoom> {
		if (this.room && !this.room.isBroken) return this.room;
		this.room?.close();
		this.room = await ProposalRoom.open(id('bus'), {
			store: this.disk as unknown as Store,
			commit: this.commit,
			limits: { ...defaultLimits, compactAfter: 12, updatesAtOnce: 1_000_000 },
			now: () => 0,
			nameOf: () => 'name',
			turnedAway: (_proposalId, why) => this.turnedAway.push(why),
			fault: () => undefined
		});
		if (!this.room) throw new Error('no document');
		return this.room;
	}

	async come(wire: Wire, kind: TextSeat = 'write'): Promise<void> {
		if (wire.isOpen) return;
		const room = await this.openRoom();
		const seat = new Seat(wire.connect(), wire.personId, defaultLimits, () => 0);
		wire.seated(room, seat);
		room.admit(seat, kind, 0);
	}

	async play(step: Step): Promise<void> {
		if ('who' in step) await this.playFor(this.wires[step.who] as Wire, step);
		else if (step.do === 'disk') this.disk.letThrough(step.fails);
		else if (step.do === 'window') void this.commit.flush();
		else if (step.do === 'restart') await this.restart();
		else if (step.do === 'thaw') (await this.openRoom()).thaw();
		else await this.freeze();
		await settle();
	}

	/** Begins to freeze; the story decides when, and whether, what was taken reaches the disk. */
	async freeze(): Promise<void> {
		const room = await this.openRoom();
		if (room.isStopped) return;
		room.freeze().then(
			() => undefined,
			() => undefined
		);
	}

	async playFor(wire: Wire, step: Extract<Step, { who: number }>): Promise<void> {
		switch (step.do) {
			case 'up':
				return wire.up();
			case 'down':
				return wire.down();
			case 'exchange':
				return wire.exchange();
			case 'cut':
				return wire.cut();
			case 'come':
				return this.come(wire);
			case 'reload':
				return wire.reload();
			default:
				return wire.edit(step.do, step.at);
		}
	}

	/** The process dies: what is not on disk is gone, every connection is cut. */
	async restart(): Promise<void> {
		for (const wire of this.wires) wire.cut();
		await this.drain(true);
		this.room?.close();
		this.room = null;
	}

	async drain(fails: boolean): Promise<void> {
		for (let round = 0; round < 3; round += 1) {
			void this.commit.flush();
			await settle();
			this.disk.letThrough(fails);
			await settle();
		}
	}

	/** Everything that is on its way arrives; everybody is there. */
	async calm(): Promise<void> {
		for (let round = 0; round < 6; round += 1) {
			await this.drain(false);
			(await this.openRoom()).thaw();
			for (const wire of this.wires) await this.come(wire);
			for (const wire of this.wires) wire.exchange();
		}
	}
}

/** Lets promises that are decided go on. */
async function settle(): Promise<void> {
	for (let n = 0; n < 20; n += 1) await Promise.resolve();
}

const read = (doc: Y.Doc) => plainTextOf(richTextOf(doc.getXmlFragment('default')));

/** What must hold at every moment. */
function check(world: World): void {
	const disk = world.disk.doc;
	expect([disk.store.pendingStructs, disk.store.pendingDs]).toEqual([null, null]);
	const stored = Y.snapshot(disk);
	for (const wire of world.wires) {
		// Whatever a phone was told is saved is on disk, and whatever it has from others is.
		for (const update of wire.acknowledged) expect(Y.snapshotContainsUpdate(stored, update)).toBe(true);
		for (const update of wire.fromOthers.splice(0)) expect(Y.snapshotContainsUpdate(stored, update)).toBe(true);
		for (const [client, clock] of Y.snapshot(wire.doc).sv) {
			if (!wire.clients.has(client)) expect(stored.sv.get(client) ?? 0).toBeGreaterThanOrEqual(clock);
		}
	}
	expect(world.turnedAway).toEqual([]);
}

describe('any story of phones that write, lose their network and come back', () => {
	it('ends with the same text everywhere, and everything acknowledged is on disk at every step', async () => {
		await fc.assert(
			fc.asyncProperty(steps, async (story) => {
				const world = new World();
				for (const wire of world.wires) await world.come(wire);
				for (const step of story) {
					await world.play(step);
					check(world);
				}
				await world.calm();
				check(world);
				const text = read(world.disk.doc);
				for (const wire of world.wires) {
					expect(wire.isOpen).toBe(true);
					expect(read(wire.doc)).toBe(text);
					expect(wire.unsaved).toBe(0);
					expect(Y.equalSnapshots(Y.snapshot(wire.doc), Y.snapshot(world.disk.doc))).toBe(true);
				}
				world.room?.close();
			}),
			{ numRuns: 60 }
		);
	}, 60_000);
});
