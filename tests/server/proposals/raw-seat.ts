import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import type { Actor } from '#lib/domain/command.ts';
import { bus, type House } from './house.ts';

/** A client that sends whatever it likes, byte by byte. */
export class RawSeat {
	readonly socket: WebSocket;
	readonly heard: Uint8Array[] = [];
	code: number | null = null;

	private constructor(socket: WebSocket) {
		this.socket = socket;
		socket.binaryType = 'nodebuffer';
		socket.on('message', (data) => this.heard.push(new Uint8Array(data as Buffer)));
		socket.on('close', (code) => (this.code = code));
		onTestFinished(() => socket.terminate());
	}

	static async open(house: House, { personId }: Actor, query = ''): Promise<RawSeat> {
		const socket = new WebSocket(`${house.url}/${bus}${query}`, { headers: { authorization: `Bearer ${personId}` } });
		const seat = new RawSeat(socket);
		await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
		return seat;
	}

	/** Client and clock of every caret that it was told of. */
	get caretsHeard(): (readonly [client: number, clock: number])[] {
		return this.heard.filter((message) => message[0] === 1).flatMap(statesIn);
	}

	send(...parts: readonly (number | Uint8Array)[]): void {
		this.socket.send(
			encoding.encode((encoder) => {
				for (const part of parts) {
					if (typeof part === 'number') encoding.writeVarUint(encoder, part);
					else encoding.writeVarUint8Array(encoder, part);
				}
			})
		);
	}

	update(update: Uint8Array): void {
		this.send(0, 2, update);
	}

	/** An awareness update of y-protocols, with whatever clients and states. */
	carets(...states: readonly (readonly [client: number, clock: number, state: unknown])[]): void {
		this.send(1, encodeStates(states));
	}
}

function statesIn(message: Uint8Array): (readonly [number, number])[] {
	const decoder = decoding.createDecoder(message);
	decoding.readVarUint(decoder);
	decoding.readVarUint(decoder);
	return Array.from({ length: decoding.readVarUint(decoder) }, () => {
		const state = [decoding.readVarUint(decoder), decoding.readVarUint(decoder)] as const;
		decoding.readVarString(decoder);
		return state;
	});
}

function encodeStates(states: readonly (readonly [number, number, unknown])[]): Uint8Array {
	return encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, states.length);
		for (const [client, clock, state] of states) {
			encoding.writeVarUint(encoder, client);
			encoding.writeVarUint(encoder, clock);
			encoding.writeVarString(encoder, JSON.stringify(state));
		}
	});
}
