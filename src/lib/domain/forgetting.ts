import type { BoardEvent, NewEvent } from './command.ts';
import { personForgotten } from './directory-events.ts';
import type { Id } from './ids.ts';

/** Who is forgotten, as far as a log can tell: names are compared by whoever knows how. */
export type Forgotten = {
	readonly personId: Id;
	readonly centreId: Id | null;
	readonly isTheirName: (name: string) => boolean;
	/** Whether this is the name of somebody else who speaks for this centre. */
	readonly isColleague: (centreId: Id, name: string) => boolean;
};

type Contact = {
	readonly seq: number;
	readonly by: Id | null;
	readonly name: string;
	readonly email: string;
	readonly of: { readonly proposalId: Id; readonly centreId: Id; readonly version: number };
};

function contactsIn(log: readonly BoardEvent[]): readonly Contact[] {
	return log.flatMap(({ seq, type, by, data, texts }) => {
		const { contactName: name = '', contactEmail: email = '' } = texts;
		if (type !== 'proposal-confirmed' || name + email === '') return [];
		const { proposalId, centreId, version } = data as Contact['of'];
		return [{ seq, by, name, email, of: { proposalId, centreId, version } }];
	});
}

/**
 * Which texts of a log are about a person and go with their name: the contact data that name them, or that they gave and
 * that name nobody else; the reasons of decisions about them. What they wrote on cards and in drafts is their centre's.
 *
 * @returns the numbers of the events, and the event that says it
 */
export function textsAbout(
	log: readonly BoardEvent[],
	person: Forgotten
): { readonly seqs: readonly number[]; readonly event: NewEvent } {
	const contacts = contactsIn(log);
	const named = contacts.filter(({ by, name, of }) => {
		if (of.centreId === person.centreId && person.isTheirName(name)) return true;
		return by === person.personId && !person.isColleague(of.centreId, name);
	});
	const addresses = new Set(named.map(({ email }) => email.toLowerCase()).filter((email) => email !== ''));
	const gone = contacts.filter((one) => named.includes(one) || addresses.has(one.email.toLowerCase()));
	const reasons = log.filter(
		({ type, data, texts }) =>
			type === 'person-removed' && data['personId'] === person.personId && (texts['reason'] ?? '') !== ''
	);
	return {
		seqs: [...gone, ...reasons].map(({ seq }) => seq),
		event: personForgotten.of({ personId: person.personId, contacts: gone.map(({ of }) => of) }, {})
	};
}
