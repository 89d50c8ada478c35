import { defineEvent } from './command.ts';

/**
 * Facts of the directory that a board's log names by id, so that its readers hear of them in order: somebody entered the
 * organisation code, changed a name, a centre was edited or asked for. The facts themselves stand in the directory.
 */
export const directoryChanged = defineEvent<
	{ persons: readonly string[]; centres: readonly string[] },
	Record<never, string>
>({
	type: 'directory-changed',
	evolve: (board) => board,
	touches: () => []
});

export const directoryEvents = [directoryChanged] as const;
