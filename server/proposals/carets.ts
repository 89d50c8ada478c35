import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as v from 'valibot';
import type { Id } from '#lib/domain/ids.ts';
import type { Seat } from './seat.ts';
import { textRoot } from './house-clients.ts';
import { caretsMessage } from './wire.ts';

const position = v.object({ client: v.pipe(v.number(), v.integer()), clock: v.pipe(v.number(), v.integer()) });
/** A Y.RelativePosition as JSON: beside an item, or at the end of a type. */
const relative = v.object({
	type: v.nullish(position),
	tname: v.nullish(v.literal(textRoot)),
	item: v.nullish(position),
	assoc: v.nullish(v.pipe(v.number(), v.integer()))
});
const stateSchema = v.object({ cursor: v.nullish(v.object({ anchor: relative, head: relative })) });

const longestState = 2_000;
const mostStates = 2_000;
/** How many colours persons have (`--person-1` to `--person-4`). */
const colours = 4;

type Caret = {
	readonly seat: Seat;
	/** The sender's own clock, for its echo. */
	heard: number;
	/** The clock that the others hear. */
	told: number;
	cursor: unknown;
};

export type CaretPorts = {
	/** Milliseconds since 1970. */
	readonly now: () => number;
	readonly gatherMs: number;
	/** null for somebody who has no name to show. */
	readonly nameOf: (personId: Id) => string | null;
	/** Whether this Yjs client may be this person's; true makes it theirs. */
	readonly claim: (client: number, personId: Id) => boolean;
};

/**
 * Who is in the text, and where. A seat speaks for its own Yjs client only; what it says about others (the stock client
 * repeats all it hears) is not looked at. Name and colour are ours. Changes are gathered for a moment, and whoever sent
 * one hears itself, as y-websocket leaves a connection that has been silent for 30 s.
 */
export class Carets {
	readonly #ports: CaretPorts;
	readonly #carets = new Map<number, Caret>();
	readonly #colours = new Map<Id, number>();
	readonly #changed = new Set<number>();
	readonly #echo = new Set<Seat>();
	readonly #seats: ReadonlySet<Seat>;
	#timer: NodeJS.Timeout | null = null;

	/** @param seats whom to tell; kept up to date by the room */
	constructor(seats: ReadonlySet<Seat>, ports: CaretPorts) {
		this.#seats = seats;
		this.#ports = ports;
	}

	/**
	 * Hears an awareness update of y-protocols.
	 * @returns false when the seat speaks under somebody else's client
	 * @throws when the bytes are none
	 */
	hear(seat: Seat, states: Uint8Array): boolean {
		const decoder = decoding.createDecoder(states);
		const count = decoding.readVarUint(decoder);
		if (count > mostStates) throw new Error(`${count} carets at once`);
		for (let n = 0; n < count; n += 1) {
			const client = decoding.readVarUint(decoder);
			const clock = decoding.readVarUint(decoder);
			const json = decoding.readVarString(decoder);
			// The first that a stock client tells is its own; later it repeats what it heard of others.
			if (seat.client === null && json !== 'null') {
				if (!this.#ports.claim(client, seat.personId)) return false;
				seat.client = client;
			}
			if (client === seat.client) this.#set(seat, client, clock, json);
		}
		return true;
	}

	/** All that are there, for one who has just come. */
	tellAll(seat: Seat): void {
		// Not the same person's: after a dropped connection its own caret is still here, older than the device knows it.
		const others = [...this.#carets]
			.filter(([, caret]) => caret.seat.personId !== seat.personId)
			.map(([client]) => client);
		if (others.length > 0) seat.send(caretsMessage(this.#encode(others)));
	}

	leave(seat: Seat): void {
		this.#echo.delete(seat);
		const { client } = seat;
		if (client === null || this.#carets.get(client)?.seat !== seat) return;
		const caret = this.#carets.get(client);
		this.#carets.delete(client);
		if ([...this.#seats].every((other) => other.personId !== seat.personId)) this.#colours.delete(seat.personId);
		this.#broadcast(encodeStates([{ client, clock: this.#nextClock(caret), json: 'null' }]));
	}

	close(): void {
		if (this.#timer) clearTimeout(this.#timer);
	}

	#set(seat: Seat, client: number, clock: number, json: string): void {
		if (json.length > longestState) return;
		const state: unknown = JSON.parse(json);
		if (state === null) {
			this.#echo.delete(seat);
			const caret = this.#carets.get(client);
			if (caret?.seat !== seat) return;
			this.#carets.delete(client);
			this.#broadcast(encodeStates([{ client, clock: this.#nextClock(caret), json: 'null' }]));
			return;
		}
		const parsed = v.safeParse(stateSchema, state);
		const cursor = parsed.success ? (parsed.output.cursor ?? null) : null;
		const told = this.#nextClock(this.#carets.get(client));
		this.#carets.set(client, { seat, heard: clock, told, cursor });
		this.#changed.add(client);
		this.#echo.add(seat);
		this.#timer ??= setTimeout(() => this.#tell(), this.#ports.gatherMs);
	}

	/** Our own clock, by the time: it goes on rising when a client comes back with its old one, and after a restart. */
	#nextClock(caret: Caret | undefined): number {
		return Math.max((caret?.told ?? 0) + 1, this.#ports.now());
	}

	#tell(): void {
		this.#timer = null;
		const changed = [...this.#changed].filter((client) => this.#carets.has(client));
		const echo = new Set(this.#echo);
		this.#changed.clear();
		this.#echo.clear();
		if (changed.length === 0) return;
		const message = caretsMessage(this.#encode(changed));
		for (const seat of this.#seats) {
			seat.send(echo.has(seat) ? caretsMessage(this.#encode(changed, seat)) : message);
		}
	}

	#broadcast(states: Uint8Array): void {
		const message = caretsMessage(states);
		for (const seat of this.#seats) seat.send(message);
	}

	/** @param own whose own caret goes by its own clock: a higher one would overwrite what the device knows better */
	#encode(clients: readonly number[], own?: Seat): Uint8Array {
		return encodeStates(
			clients.flatMap((client) => {
				const caret = this.#carets.get(client);
				if (!caret) return [];
				const name = this.#ports.nameOf(caret.seat.personId);
				if (name === null && caret.seat !== own) return [];
				const { personId } = caret.seat;
				const user = { id: personId, name, person: this.#colourOf(personId) };
				const clock = caret.seat === own ? caret.heard : caret.told;
				return [{ client, clock, json: JSON.stringify({ user, cursor: caret.cursor }) }];
			})
		);
	}

	/** The colour that the fewest have, for as long as this person is here: 1 to 4. */
	#colourOf(personId: Id): number {
		const known = this.#colours.get(personId);
		if (known !== undefined) return known;
		const taken = [...this.#colours.values()];
		const uses = (colour: number) => taken.filter((one) => one === colour).length;
		let least = 1;
		for (let colour = 2; colour <= colours; colour += 1) if (uses(colour) < uses(least)) least = colour;
		this.#colours.set(personId, least);
		return least;
	}
}

function encodeStates(
	states: readonly { readonly client: number; readonly clock: number; readonly json: string }[]
): Uint8Array {
	return encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, states.length);
		for (const { client, clock, json } of states) {
			encoding.writeVarUint(encoder, client);
			encoding.writeVarUint(encoder, clock);
			encoding.writeVarString(encoder, json);
		}
	});
}
