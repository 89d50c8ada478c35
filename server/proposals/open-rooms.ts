import type { Id } from '#lib/domain/ids.ts';
import { ProposalRoom, type RoomPorts } from './proposal-room.ts';

/**
 * The texts that are open in this process. Each is opened once, and closed after its last seat and its last flush.
 * Whoever comes while one is closing waits until it is on disk.
 */
export class OpenRooms {
	readonly #ports: RoomPorts;
	readonly #rooms = new Map<Id, ProposalRoom>();
	readonly #opening = new Map<Id, Promise<ProposalRoom | null>>();
	readonly #closing = new Map<Id, Promise<void>>();

	constructor(ports: RoomPorts) {
		this.#ports = ports;
	}

	find(id: Id): ProposalRoom | undefined {
		return this.#rooms.get(id);
	}

	all(): readonly ProposalRoom[] {
		return [...this.#rooms.values()];
	}

	/**
	 * The text, opened if need be; null when there is none on disk. It may have been retired before the caller goes on:
	 * compare with `find`. A caller that takes no seat in it says `closeEmpty`.
	 * @throws what opening it threw; the next to ask tries again
	 */
	async open(id: Id): Promise<ProposalRoom | null> {
		const room = this.#rooms.get(id);
		if (room?.isBroken) this.retire(room);
		else if (room) return room;
		const underway = this.#opening.get(id);
		if (underway) return underway;
		const opening = this.#load(id).finally(() => this.#opening.delete(id));
		this.#opening.set(id, opening);
		return opening;
	}

	/** Closes a room that nobody sits in; somebody who comes before it is flushed keeps it open. */
	async closeEmpty(room: ProposalRoom): Promise<void> {
		const isIdle = () => room.isBroken || (room.seats.size === 0 && !room.isStopped);
		if (!isIdle()) return;
		await room.settle();
		if (isIdle()) await room.tidy();
		if (isIdle()) this.retire(room);
	}

	/** Takes a room out at once: whoever comes next reads from the disk, when this room has brought all there. */
	retire(room: ProposalRoom): void {
		if (this.#rooms.get(room.id) !== room) return;
		this.#rooms.delete(room.id);
		const closing = room.settle().then(() => {
			room.close();
			if (this.#closing.get(room.id) === closing) this.#closing.delete(room.id);
		});
		this.#closing.set(room.id, closing);
	}

	/** Resolves when every room that was taken out has brought everything to the disk. */
	async closed(): Promise<void> {
		await Promise.all([...this.#opening.values()].map((opening) => opening.catch(() => null)));
		await Promise.all(this.#closing.values());
	}

	async #load(id: Id): Promise<ProposalRoom | null> {
		await this.#closing.get(id);
		const room = await ProposalRoom.open(id, this.#ports);
		if (room) this.#rooms.set(id, room);
		return room;
	}
}
