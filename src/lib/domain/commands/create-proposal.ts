import * as v from 'valibot';
import { put, type Party, type PartyRole, type Proposal } from '../board.ts';
import { accept, defineCommand, defineEvent, reject } from '../command.ts';
import { isRefusal, openCard, refusedName } from '../cards.ts';
import { refusedByDraftQuota } from '../draft-quota.ts';
import { idSchema } from '../ids.ts';
import { moment, proposalKeys, roleSchema } from '../proposals.ts';
import { languageSchema, limits, oneLine } from '../texts.ts';

type Data = {
	proposalId: string;
	language: string;
	cardIds: readonly string[];
	centreId: string;
	/** False when the creator is not verified: then a verified colleague still has to join for the centre. */
	joined: boolean;
	invited: readonly { centreId: string; role: PartyRole }[];
};

export const proposalCreated = defineEvent<Data, { title: string }>({
	type: 'proposal-created',
	evolve: (board, event) => {
		const { proposalId: id, language, cardIds, centreId, joined, invited } = event.data;
		const by = event.by ?? '';
		const party = (of: string, role: PartyRole, is: 'in' | 'invited'): Party => ({
			centreId: of,
			role,
			contribution: '',
			country: null,
			kind: null,
			state: { is, by, at: event.at, reason: '' }
		});
		const parties = [
			party(centreId, 'coordinator', joined ? 'in' : 'invited'),
			...invited.map((one) => party(one.centreId, one.role, 'invited'))
		];
		const proposal: Proposal = {
			id,
			title: event.texts.title,
			language,
			createdBy: by,
			createdFor: centreId,
			createdAt: event.at,
			cardIds,
			parties,
			letIn: [],
			steps: [],
			state: { is: 'draft' },
			version: 0,
			confirmations: [],
			moments: []
		};
		return { ...board, proposals: put(board.proposals, id, moment(proposal, 'created', event, { centreId })) };
	},
	touches: proposalKeys
});

export const createProposal = defineCommand({
	name: 'create-proposal',
	input: v.strictObject({
		proposalId: idSchema,
		title: oneLine(limits.title),
		language: languageSchema,
		cardIds: v.pipe(v.array(idSchema), v.maxLength(limits.cardsPerProposal)),
		invited: v.pipe(
			v.array(v.strictObject({ centreId: idSchema, role: roleSchema })),
			v.maxLength(limits.partiesPerProposal - 1)
		)
	}),
	allow: { delegate: 'any', facilitator: false, organiser: false },
	needs: 'propose',
	events: [proposalCreated],
	decide: (board, { title, cardIds, invited, ...facts }, context) => {
		const refused = refusedName(context, null);
		if (refused) return refused;
		if (board.proposals.has(facts.proposalId))
			return reject('proposal-exists', 'This partnership draft exists already.');
		const tooMany = refusedByDraftQuota(board, context.actor.personId);
		if (tooMany) return tooMany;
		for (const cardId of cardIds) {
			const card = openCard(board, cardId);
			if (isRefusal(card)) return card;
		}
		const centreId = context.actor.centreId ?? '';
		const others = new Map(invited.map((one) => [one.centreId, one]));
		others.delete(centreId);
		for (const id of others.keys()) {
			if (context.knowsAll && !context.centre(id)) {
				return reject('centre-unknown', 'One of these organisations is not in the roster. Choose it again.');
			}
		}
		const data = { ...facts, cardIds: [...new Set(cardIds)], centreId, joined: context.actor.verified };
		return accept(proposalCreated.of({ ...data, invited: [...others.values()] }, { title }));
	}
});
