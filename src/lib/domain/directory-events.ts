import { put } from './board.ts';
import { defineEvent } from './command.ts';
import type { Id } from './ids.ts';
import { withProposal } from './proposals.ts';

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

type Forgotten = {
	personId: Id;
	/** Confirmations whose contact data went with the name. */
	contacts: readonly { readonly proposalId: Id; readonly centreId: Id; readonly version: number }[];
};

/**
 * A person's name and the texts about them are erased, in the log itself too: the sum drops what a later replay will not
 * find any more. Their cards, and what their centre agreed to, stay.
 */
export const personForgotten = defineEvent<Forgotten, Record<never, string>>({
	type: 'person-forgotten',
	evolve: (board, { data: { personId, contacts } }) => {
		let next = board;
		for (const { proposalId, centreId, version } of contacts) {
			next = withProposal(next, proposalId, (one) => ({
				...one,
				confirmations: one.confirmations.map((yes) =>
					yes.centreId === centreId && yes.version === version ? { ...yes, contact: null } : yes
				)
			}));
		}
		const removed = next.members.get(personId)?.removed;
		if (!removed) return next;
		return { ...next, members: put(next.members, personId, { personId, removed: { ...removed, reason: '' } }) };
	},
	touches: (_board, { personId, contacts }) => [
		`members/${personId}`,
		...contacts.map(({ proposalId }) => `drafts/${proposalId}` as const)
	]
});

export const directoryEvents = [directoryChanged, personForgotten] as const;
