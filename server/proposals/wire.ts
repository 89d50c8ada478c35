import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { messageSaved, messageSeat, textSeats, type TextSeat } from '#lib/protocol/close-codes.ts';

// The numbers of y-protocols 1.0.7 (sync.js) and y-websocket 3.1.0: the stock client speaks them.
const messageSync = 0;
const messageAwareness = 1;
const messageQueryAwareness = 3;
const syncStep1 = 0;
const syncStep2 = 1;
const syncUpdate = 2;

/** One message of a client, taken apart. The bytes inside are as sent: nothing of them was looked at. */
export type Incoming =
	/** What do I lack? `have` is the state vector of what the client has. */
	| { readonly is: 'ask'; readonly have: Uint8Array }
	/** `whole`: the answer to our own question, everything that the client has and we lacked. */
	| { readonly is: 'update'; readonly update: Uint8Array; readonly whole: boolean }
	| { readonly is: 'carets'; readonly states: Uint8Array }
	| { readonly is: 'ask-carets' };

/** @throws when the bytes are no message of this protocol */
export function readMessage(bytes: Uint8Array): Incoming {
	const decoder = decoding.createDecoder(bytes);
	const type = decoding.readVarUint(decoder);
	if (type === messageAwareness) return { is: 'carets', states: decoding.readVarUint8Array(decoder) };
	if (type === messageQueryAwareness) return { is: 'ask-carets' };
	if (type !== messageSync) throw new Error(`No message has the type ${type}`);
	const step = decoding.readVarUint(decoder);
	const content = decoding.readVarUint8Array(decoder);
	if (step === syncStep1) return { is: 'ask', have: content };
	if (step === syncStep2 || step === syncUpdate) return { is: 'update', update: content, whole: step === syncStep2 };
	throw new Error(`No sync message has the type ${step}`);
}

/** "This is what I have (a state vector): send me what I lack." */
export function askMessage(stateVector: Uint8Array): Uint8Array {
	return syncMessage(syncStep1, stateVector);
}

export function answerMessage(update: Uint8Array): Uint8Array {
	return syncMessage(syncStep2, update);
}

export function updateMessage(update: Uint8Array): Uint8Array {
	return syncMessage(syncUpdate, update);
}

export function caretsMessage(states: Uint8Array): Uint8Array {
	return encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, messageAwareness);
		encoding.writeVarUint8Array(encoder, states);
	});
}

/** "The first `count` updates of this connection are on disk." */
export function savedMessage(count: number): Uint8Array {
	return encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, messageSaved);
		encoding.writeVarUint(encoder, count);
	});
}

/** @param version the last one that was open for confirmation; 0 before the first */
export function seatMessage(seat: TextSeat, epoch: number, version: number): Uint8Array {
	return encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, messageSeat);
		encoding.writeVarUint(encoder, textSeats.indexOf(seat));
		encoding.writeVarUint(encoder, epoch);
		encoding.writeVarUint(encoder, version);
	});
}

function syncMessage(step: number, content: Uint8Array): Uint8Array {
	return encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, messageSync);
		encoding.writeVarUint(encoder, step);
		encoding.writeVarUint8Array(encoder, content);
	});
}
