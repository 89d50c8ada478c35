import type { Command } from '#lib/domain/command.ts';
import type { Id } from '#lib/domain/ids.ts';
import type { Entry } from '#lib/sync/outbox.ts';
import { IndexedDbOutbox } from './indexed-db-outbox.ts';

/** The fields of commands that a person typed. */
const typed = ['title', 'text', 'reason', 'contribution', 'what', 'owner'] as const;

/** What a person typed into a command, one paragraph a field; empty when there was nothing to type. */
export function textOfCommand(command: Command): string {
	const { input } = command;
	if (typeof input !== 'object' || input === null) return '';
	const fields = input as Readonly<Record<string, unknown>>;
	return typed
		.map((name) => fields[name])
		.filter((value): value is string => typeof value === 'string' && value.trim() !== '')
		.join('\n\n');
}

/** The typed texts of what was not sent, oldest first, each once. */
export function textsOf(entries: readonly Pick<Entry, 'command'>[]): readonly string[] {
	return [...new Set(entries.map(({ command }) => textOfCommand(command)).filter((text) => text !== ''))];
}

/**
 * What this person said on this board and the server has not answered, from the device's own store: for a page that the
 * server refuses, where no session can load it.
 * @throws when the browser refuses the store
 */
export async function storedTexts(board: Id, personId: Id): Promise<readonly string[]> {
	return textsOf(await new IndexedDbOutbox().load(board, personId));
}
