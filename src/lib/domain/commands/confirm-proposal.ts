import * as v from 'valibot';
import { partiesIn, type Confirmation } from '../board.ts';
import { accept, defineCommand, defineEvent, reject } from '../command.ts';
import { isRefusal } from '../cards.ts';
import { idSchema } from '../ids.ts';
import { moment, ownSeat, proposalFor, proposalKeys, refuseLate, withProposal } from '../proposals.ts';
import { daySchema, emailSchema, freeText, limits, oneLine } from '../texts.ts';

type Data = Pick<Confirmation, 'centreId' | 'version' | 'decision' | 'decidesBy'> & {
	proposalId: string;
	sha256: string;
};
type Texts = { contactName: string; contactFunction: string; contactEmail: string };

export const proposalConfirmed = defineEvent<Data, Texts>({
	type: 'proposal-confirmed',
	evolve: (board, event) =>
		withProposal(board, event.data.proposalId, (one) => {
			const { centreId, version, decision, decidesBy } = event.data;
			const { contactName: name, contactFunction, contactEmail: email } = event.texts;
			const contact = name === '' ? null : { name, function: contactFunction, email };
			const personId = event.by ?? '';
			const yes = { centreId, personId, at: event.at, version, decision, decidesBy };
			const confirmation: Confirmation = { ...yes, contact, organiserToo: false };
			const confirmations = [...one.confirmations, confirmation];
			const next = moment({ ...one, confirmations }, 'confirmed', event, { centreId, version });
			const all = partiesIn(next).every((party) => confirmations.some((other) => other.centreId === party.centreId));
			if (!all || next.state.is !== 'open') return next;
			const state = { is: 'partnership', frozen: next.state.frozen, since: event.at } as const;
			return moment({ ...next, state }, 'partnership', event, { version });
		}),
	touches: proposalKeys
});

/** The contact person of the yes before it agreed that the organiser sees the contact, too. */
export const contactShared = defineEvent<Pick<Data, 'proposalId' | 'centreId' | 'version'>, Record<never, string>>({
	type: 'contact-shared',
	evolve: (board, { data: { proposalId, centreId, version } }) =>
		withProposal(board, proposalId, (one) => ({
			...one,
			confirmations: one.confirmations.map((yes) =>
				yes.centreId === centreId && yes.version === version ? { ...yes, organiserToo: true } : yes
			)
		})),
	touches: proposalKeys
});

/** A verified delegate's yes for the own centre to exactly the version whose hash was read. */
export const confirmProposal = defineCommand({
	name: 'confirm-proposal',
	input: v.strictObject({
		proposalId: idSchema,
		/** The version that was read, and its hash: two versions may have the same words. */
		version: v.pipe(v.number(), v.integer(), v.minValue(1)),
		sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
		decision: v.variant('is', [
			v.strictObject({ is: v.literal('agreed') }),
			v.strictObject({ is: v.literal('management'), decidesBy: daySchema })
		]),
		contact: v.strictObject({
			name: oneLine(limits.contactName),
			function: freeText(limits.contactFunction),
			email: emailSchema,
			/** The contact person agrees that the partners see this. */
			consent: v.literal(true, 'Ask the contact person first: the partners see the name and the e-mail address.'),
			/** They agree that the organiser sees it, too. */
			organiser: v.optional(v.boolean(), false)
		})
	}),
	allow: { delegate: 'verified', facilitator: false, organiser: false },
	needs: 'confirm',
	events: [proposalConfirmed, contactShared],
	decide: (board, { proposalId, version: read, sha256, decision, contact }, context) => {
		const proposal = proposalFor(board, context.actor, proposalId);
		if (isRefusal(proposal)) return proposal;
		const seat = ownSeat(proposal, context.actor);
		if (isRefusal(seat)) return seat;
		if (proposal.confirmations.some((one) => one.centreId === seat.centreId)) {
			return reject('already-confirmed', 'Your organisation said yes to this version already.');
		}
		if (proposal.state.is !== 'open') {
			return reject('proposal-not-open', 'This draft is not open for confirmation now. Read what changed.');
		}
		const { frozen } = proposal.state;
		if (frozen.sha256 !== sha256 || frozen.version !== read) {
			return reject('other-version', 'The draft has a new version now. Please read it, then confirm.', {
				version: frozen.version
			});
		}
		const decidesBy = decision.is === 'management' ? decision.decidesBy : null;
		const data = {
			proposalId,
			sha256,
			centreId: seat.centreId,
			version: frozen.version,
			decision: decision.is,
			decidesBy
		};
		const texts = { contactName: contact.name, contactFunction: contact.function, contactEmail: contact.email };
		const { version } = frozen;
		const shared = contact.organiser ? [contactShared.of({ proposalId, centreId: seat.centreId, version }, {})] : [];
		return refuseLate(context, frozen.at) ?? accept(proposalConfirmed.of(data, texts), ...shared);
	}
});
