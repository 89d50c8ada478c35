import * as v from 'valibot';
import type { Contact } from '#lib/domain/board.ts';
import type { Seen } from '#lib/domain/seen.ts';
import { daySchema, emailSchema, lengthOf, limits } from '#lib/domain/texts.ts';
import { m } from '#lib/messages/messages.ts';
import type { Reader } from './own-standing.ts';

type Me = (Reader & { readonly name: string | null }) | null;

/** The contact person that this delegate named for the own centre last; otherwise themselves, still without an address. */
export function knownContact(seen: Pick<Seen, 'drafts'>, you: Me): Contact {
	let last: { readonly at: number; readonly contact: Contact } | null = null;
	for (const draft of seen.drafts.values()) {
		for (const { centreId, personId, at, contact } of draft.confirmations) {
			if (!contact || centreId !== you?.centreId || personId !== you.personId) continue;
			if (!last || at > last.at) last = { at, contact };
		}
	}
	return last?.contact ?? { name: you?.name ?? '', function: '', email: '' };
}

export type ContactProblems = {
	readonly name?: string;
	readonly email?: string;
	readonly consent?: string;
	readonly decidesBy?: string;
};

/**
 * What is wrong with the answer before it is sent, in words; empty when nothing is.
 * @param decidesBy the day on which the management decides; null when it need not
 */
export function contactProblems(contact: Contact, consent: boolean, decidesBy: string | null): ContactProblems {
	const name = contact.name.trim();
	return {
		...(name === '' && { name: m.proposal_contact_name_missing() }),
		...(lengthOf(name) > limits.contactName && { name: m.proposal_too_long() }),
		...(!v.is(emailSchema, contact.email) && { email: m.proposal_contact_email_wrong() }),
		...(!consent && { consent: m.proposal_contact_consent_missing() }),
		...(decidesBy !== null && !v.is(daySchema, decidesBy) && { decidesBy: m.proposal_decides_by_missing() })
	};
}
