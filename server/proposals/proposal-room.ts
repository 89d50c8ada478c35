import type { Id } from '#lib/domain/ids.ts';
import type { RichDocument } from '#lib/domain/rich-text.ts';
import { closeCodes, type TextSeat } from '#lib/protocol/close-codes.ts';
import type { GroupCommit } from '../store/group-commit.ts';
import type { Batch, Store } from '../store/store.ts';
import { Carets } from './carets.ts';
import type { Limits } from './limits.ts';
import { ProposalText } from './proposal-text.ts';
import type { CloseCode, Seat } from './seat.ts';
import type { Fault } from './update-gate.ts';
import {
	answerMessage,
	askMessage,
	readMessage,
	savedMessage,
	seatMessage,
	updateMessage,
	type Incoming
} from './wire.ts';

export type RoomPorts = {
	readonly store: Store;
	readonly commit: GroupCommit;
	readonly limits: Limits;
	/** Milliseconds since 1970. */
	readonly now: () => number;
	readonly nameOf: (personId: Id) => string | null;
	/** A seat was closed for what it sent; for the log, which never holds a text. */
	readonly turnedAway: (proposalId: Id, why: string) => void;
	/** A fault that nobody waits for: what the disk said. */
	readonly fault: (cause: unknown) => void;
};

/** What is on its way to the disk, and what happens when it is there. */
type Step = { readonly changes: readonly Uint8Array[]; readonly done: () => void };

/**
 * One open text. What its seats send is judged, applied, committed, and only then sent on and acknowledged, in this order. What
 * was never committed never leaves the room: if a commit fails, everybody is sent away and comes back to what is on disk.
 */
export class ProposalRoom {
	readonly id: Id;
	readonly epoch: number;
	readonly #ports: RoomPorts;
	readonly #text: ProposalText;
	readonly #seats = new Set<Seat>();
	readonly #carets: Carets;
	#staged: Step[] = [];
	/** Whether the next group commit takes what is staged. */
	#isAwaited = false;
	/** Steps that are not on disk yet. */
	#underway = 0;
	/** Updates that the document has on disk. */
	#stored: number;
	#compactNext = false;
	#state: 'open' | 'freezing' | 'frozen' | 'broken' = 'open';

	private constructor(id: Id, epoch: number, text: ProposalText, stored: number, ports: RoomPorts) {
		this.id = id;
		this.epoch = epoch;
		this.#text = text;
		this.#stored = stored;
		this.#ports = ports;
		this.#carets = new Carets(this.#seats, {
			now: ports.now,
			gatherMs: ports.limits.caretsMs,
			nameOf: ports.nameOf,
			claim: (client, personId) => text.register.show(client, personId)
		});
	}

	/**
	 * Opens a text from the disk; null when there is none.
	 * @throws DocumentDamaged, or what the store threw
	 */
	static async open(id: Id, ports: RoomPorts): Promise<ProposalRoom | null> {
		const stored = await ports.store.loadDocument(id);
		if (!stored) return null;
		const text = new ProposalText(stored.updates, ports.limits);
		return new ProposalRoom(id, stored.epoch, text, stored.updates.length, ports);
	}

	get seats(): ReadonlySet<Seat> {
		return this.#seats;
	}

	/** A failed commit has discarded it: what it holds is not what is on disk. */
	get isBroken(): boolean {
		return this.#state === 'broken';
	}

	get isStopped(): boolean {
		return this.isFreezing || this.#state === 'frozen';
	}

	/** What it took is still on its way to the disk; a change of seats does not end the stop. */
	get isFreezing(): boolean {
		return this.#state === 'freezing';
	}

	seatsOf(personId: Id): number {
		let count = 0;
		for (const seat of this.#seats) if (seat.personId === personId) count += 1;
		return count;
	}

	/** Lets a judged connection in, and hears what it said while the text was opening. */
	admit(seat: Seat, kind: TextSeat, version: number): void {
		seat.sit(kind, version);
		this.#seats.add(seat);
		seat.send(seatMessage(kind, this.epoch, version));
		if (kind === 'write') seat.send(askMessage(this.#text.stateVector));
		this.#carets.tellAll(seat);
		for (const message of seat.takeHeld()) this.receive(seat, message);
	}

	leave(seat: Seat): void {
		if (this.#seats.delete(seat)) this.#carets.leave(seat);
	}

	/** Removes all seats, then closes them: nothing that was on its way from them is taken any more. */
	dismiss(code: CloseCode): void {
		const seats = [...this.#seats];
		this.#seats.clear();
		for (const seat of seats) seat.close(code);
	}

	receive(seat: Seat, message: Uint8Array): void {
		if (!this.#seats.has(seat)) return;
		if (this.isStopped) return seat.hold(message);
		try {
			this.#hear(seat, readMessage(message));
		} catch (cause) {
			this.#turnAway(seat, closeCodes.malformed, cause instanceof Error ? cause.message : 'malformed');
		}
	}

	/**
	 * Takes nothing more, waits until all that was taken is on disk, and reads the text.
	 * @throws when it could not be brought to the disk; then the room is broken
	 */
	async freeze(): Promise<RichDocument> {
		this.#state = 'freezing';
		await this.settle();
		if (this.isBroken) throw new Error('The text could not be saved, so it was not frozen');
		this.#state = 'frozen';
		return this.#text.read();
	}

	/** Writing goes on with what was held meanwhile. */
	thaw(): void {
		if (!this.isStopped) return;
		this.#state = 'open';
		for (const seat of [...this.#seats]) for (const message of seat.takeHeld()) this.receive(seat, message);
	}

	/** Waits until everything taken is on disk, or has failed. */
	async settle(): Promise<void> {
		do await this.#ports.commit.flush();
		while (this.#underway > 0);
	}

	/** Brings a long list of updates on disk down to one, before the text is closed. */
	async tidy(): Promise<void> {
		if (this.isBroken || this.#stored <= this.#ports.limits.compactAtUnload) return;
		this.#compactNext = true;
		this.#stage([], () => undefined, true);
		await this.settle();
	}

	close(): void {
		this.#carets.close();
		this.#text.destroy();
	}

	#hear(seat: Seat, message: Incoming): void {
		// A caret too many is made good by the next one; a page asks for the text once, when it comes.
		if (message.is !== 'update' && !seat.mayAsk(message.is))
			return message.is === 'ask' ? this.#turnAway(seat, closeCodes.tooMany, 'it asked too often') : undefined;
		switch (message.is) {
			case 'ask':
				return this.#answer(seat, message.have);
			case 'update':
				return this.#update(seat, message.update, message.whole);
			case 'carets':
				if (this.#carets.hear(seat, message.states)) return;
				return this.#turnAway(seat, closeCodes.malformed, "it spoke as another person's client");
			case 'ask-carets':
				return this.#carets.tellAll(seat);
		}
	}

	/** Tells what it lacks as of now; behind what is on its way to the disk, since nobody sees that before it is there. */
	#answer(seat: Seat, have: Uint8Array): void {
		const answer = answerMessage(this.#text.lackOf(have));
		this.#stage([], () => {
			seat.send(answer);
			seat.following = true;
		});
	}

	#update(seat: Seat, update: Uint8Array, whole: boolean): void {
		if (!seat.mayUpdate()) return this.#turnAway(seat, closeCodes.tooMany, 'it sent too many updates');
		// A seat that only reads is told so; a single update is never refused, since Yjs would not get over it.
		if (seat.kind !== 'write') return seat.send(seatMessage(seat.kind, this.epoch, seat.version));
		if (update.length > this.#ports.limits.messageBytes) return this.#refuse(seat, 'too-large', whole);
		const taken = this.#text.take(update, seat.personId);
		if (taken.is === 'refused') return this.#refuse(seat, taken.why, whole);
		seat.received += 1;
		if (whole) seat.hasToldAll();
		const [count, lacks] = [seat.received, seat.lacks];
		this.#stage([...taken.theirs, ...taken.ours], () => {
			this.#sendOn(taken.theirs, seat);
			this.#sendOn(taken.ours, null);
			// What it typed on top of something that is not here yet is not saved before that: its whole answer says so.
			if (this.#seats.has(seat) && !lacks) seat.send(savedMessage(count));
		});
	}

	#refuse(seat: Seat, why: Fault, whole: boolean): void {
		if (why === 'gap' && !whole) {
			// Typed before it had answered what it has: its answer brings this, too. After that, coming back does.
			if (seat.toldAll) return this.#turnAway(seat, closeCodes.judgedAgain, why);
			return seat.lacksSomething();
		}
		this.#turnAway(seat, why === 'too-large' ? closeCodes.tooLarge : closeCodes.malformed, why);
	}

	/** @param author who has them; null when nobody does */
	#sendOn(changes: readonly Uint8Array[], author: Seat | null): void {
		for (const change of changes) {
			const message = updateMessage(change);
			for (const seat of this.#seats) if (seat !== author && seat.following) seat.send(message);
		}
	}

	#turnAway(seat: Seat, code: CloseCode, why: string): void {
		this.leave(seat);
		seat.close(code);
		this.#ports.turnedAway(this.id, why);
	}

	#stage(changes: readonly Uint8Array[], done: () => void, always = false): void {
		if (changes.length === 0 && this.#underway === 0 && !always) return done();
		this.#staged.push({ changes, done });
		this.#underway += 1;
		if (this.#isAwaited) return;
		this.#isAwaited = true;
		this.#commitStaged().catch(this.#ports.fault);
	}

	async #commitStaged(): Promise<void> {
		let group: Step[] = [];
		try {
			await this.#ports.commit.add(() => {
				group = this.#staged;
				this.#staged = [];
				this.#isAwaited = false;
				// What builds on something that was not saved must not be saved either.
				return this.isBroken ? {} : { documents: this.#documents(group) };
			});
		} catch (cause) {
			this.#break(cause);
		}
		if (this.isBroken) return;
		this.#underway -= group.length;
		for (const { done } of group) done();
	}

	#documents(group: readonly Step[]): Batch['documents'] {
		const updates = group.flatMap(({ changes }) => changes);
		const whole = this.#isCompactionDue(updates.length) ? this.#compacted() : null;
		this.#compactNext = false;
		this.#stored = whole ? 1 : this.#stored + updates.length;
		if (whole) return [{ proposalId: this.id, epoch: this.epoch, updates: [whole], replace: true }];
		return updates.length === 0 ? [] : [{ proposalId: this.id, epoch: this.epoch, updates }];
	}

	#isCompactionDue(more: number): boolean {
		return this.#compactNext || this.#stored + more > this.#ports.limits.compactAfter;
	}

	/** null when it cannot be made: then the updates are kept as they are, and whoever wrote them still gets them saved. */
	#compacted(): Uint8Array | null {
		try {
			return this.#text.compacted();
		} catch (cause) {
			this.#ports.fault(cause);
			return null;
		}
	}

	#break(cause: unknown): void {
		if (this.isBroken) return;
		this.#state = 'broken';
		this.#underway = 0;
		this.#ports.fault(cause);
		this.dismiss(closeCodes.judgedAgain);
	}
}
