import * as v from 'valibot';
import { accept, defineCommand, defineEvent, reject } from '../command.ts';

export const privateWritingSet = defineEvent<{ on: boolean }, Record<never, string>>({
	type: 'private-writing-set',
	evolve: (board, { data }) => ({ ...board, room: { ...board.room, privateWriting: data.on } }),
	touches: () => ['room/room']
});

/** While it is on, a new card reaches nobody but its author. What is on the board stays there. */
export const setPrivateWriting = defineCommand({
	name: 'set-private-writing',
	input: v.strictObject({ on: v.boolean() }),
	allow: { delegate: 'no', facilitator: true, organiser: true },
	needs: null,
	events: [privateWritingSet],
	decide: (board, { on }) =>
		board.room.privateWriting === on
			? reject('private-writing-same', 'This is set already.')
			: accept(privateWritingSet.of({ on }, {}))
});
