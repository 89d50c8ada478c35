import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as Y from 'yjs';
import { emptyBoard, type Board } from '#lib/domain/board.ts';
import { isRefusal } from '#lib/domain/cards.ts';
import type { Actor, BoardEvent, Refusal } from '#lib/domain/command.ts';
import { decide } from '#lib/domain/decide.ts';
import { evolve } from '#lib/domain/evolve.ts';
import { newId, type Id } from '#lib/domain/ids.ts';
import { richTextOf } from '#lib/domain/shared-text.ts';
import type { Directory } from '../directory/directory.ts';
import { firstContent } from '../proposals/first-content.ts';
import { textRoot } from '../proposals/house-clients.ts';
import { noCentreFacts } from '../directory/records.ts';
import type { Store } from '../store/store.ts';
import { sampleWorkshop } from './sample-board.ts';
import { sampleNetworks, sampleOrganisations, type OrganisationKey } from './sample-centres.ts';
import { sampleDeeds } from './sample-deeds.ts';
import { sampleForum } from './sample-forum.ts';
import { sampleFacilitator, samplePersons, type PersonKey } from './sample-persons.ts';
import { sampleProposals } from './sample-proposals.ts';

const minute = 60_000;
const dayLength = 24 * 60 * minute;
const draw = (bytes: Uint8Array) => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>);

/** Where the content came to stand: what the links of the demonstration lead to. */
export type Demonstration = { readonly board: Id; readonly persons: ReadonlyMap<PersonKey, Id> };

type Stage = { readonly directory: Directory; readonly store: Store; readonly made: number };

/** A no of our own rules to our own content is a fault of the content. */
function must<Good extends object>(answer: Good | Refusal): Good {
	if (isRefusal(answer)) throw new Error(`The sample content was refused: ${answer.sentence}`);
	return answer;
}

/**
 * Fills an empty installation with the demonstration: the forum, the real roster, the invented centres and one running
 * workshop, played through the same rules as everything else.
 * @param made the moment that all times of the content are counted from, in milliseconds
 */
export async function seedDemonstration(directory: Directory, store: Store, made: number): Promise<Demonstration> {
	const stage: Stage = { directory, store, made };
	const inDays = (days: number) => new Date(made + days * dayLength).toISOString().slice(0, 10);
	must(await directory.forum.save({ ...sampleForum, confirmByDay: inDays(14), retentionDay: inDays(183) }));
	for (const kind of ['networks', 'organisations'] as const) {
		const bytes = readFileSync(join(import.meta.dirname, 'roster', `${kind}.csv`));
		must(await directory.roster.import({ bytes, kind, encoding: null }, null));
	}
	const ids = new Map<string, Id>();
	await addCentres(stage, ids);
	const board = await addWorkshop(stage);
	const persons = await addPersons(stage, board, ids);
	const facilitator = await addFacilitator(stage, board);
	await playWorkshop(stage, board, facilitator, ids, inDays);
	return { board, persons };
}

async function addCentres({ directory }: Stage, ids: Map<string, Id>): Promise<void> {
	for (const [key, network] of Object.entries(sampleNetworks)) {
		const facts = { ...noCentreFacts, ...network, isNetwork: true };
		ids.set(key, must(await directory.centres.add(facts, null)).id);
	}
	for (const [key, { networks, ...organisation }] of Object.entries(sampleOrganisations)) {
		const networkIds = networks.map((network) => ids.get(network) ?? '');
		ids.set(key, must(await directory.centres.add({ ...noCentreFacts, ...organisation, networkIds }, null)).id);
	}
}

async function addWorkshop({ directory, made }: Stage): Promise<Id> {
	const { title, room, language, startedMinutesAgo, endsInMinutes } = sampleWorkshop;
	const local = (at: number) => localTime(at, sampleForum.timeZone);
	const startsLocal = local(made - startedMinutesAgo * minute);
	const endsLocal = local(made + endsInMinutes * minute);
	return must(await directory.workshops.create({ title, room, language, startsLocal, endsLocal })).id;
}

/** `2024-09-10T09:30` in a time zone, as the forms of the organiser write it. */
function localTime(at: number, timeZone: string): string {
	const parts = new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeStyle: 'short', timeZone }).format(at);
	return parts.replace(' ', 'T');
}

async function addPersons({ directory }: Stage, board: Id, ids: Map<string, Id>): Promise<Map<PersonKey, Id>> {
	const persons = new Map<PersonKey, Id>();
	for (const [key, { name, centre, verified }] of Object.entries(samplePersons)) {
		const joining = { board, name, centre: { id: ids.get(centre) ?? '' }, attempt: null };
		const { personId } = must(await directory.people.join(joining));
		if (verified) await directory.people.verify(personId, ids.get(centre) ?? null);
		persons.set(key as PersonKey, personId);
		ids.set(key, personId);
	}
	return persons;
}

async function addFacilitator({ directory }: Stage, board: Id): Promise<Id> {
	const { path } = await directory.links.make({ kind: 'facilitator', board, name: sampleFacilitator.name });
	const token = path.slice(path.indexOf('#') + 1);
	return must(await directory.claims.facilitator(token, null, null)).personId;
}

async function playWorkshop(
	{ directory, store, made }: Stage,
	board: Id,
	facilitator: Id,
	ids: Map<string, Id>,
	day: (days: number) => string
): Promise<void> {
	const idOf = (key: string): Id => {
		const id = ids.get(key) ?? newId(draw);
		ids.set(key, id);
		return id;
	};
	let sum: Board = emptyBoard;
	const events: BoardEvent[] = [];
	for (const { by, minutesAgo, say } of sampleDeeds({ idOf, day })) {
		const actor = by === null ? facilitatorActor(facilitator) : delegateActor(by, idOf);
		const now = made - minutesAgo * minute;
		const context = { ...directory.contextOf(board), actor, now, sha256, frozenText: undefined };
		const command = say(sum);
		const frozenText = frozenTextOf(command.input, idOf);
		const decision = decide(sum, command, { ...context, frozenText });
		if (decision.kind !== 'accepted')
			throw new Error(`The sample content was refused: ${command.name} ${JSON.stringify(decision)}`);
		for (const news of decision.events) {
			const event = { ...news, seq: sum.seq + 1, at: now, by: actor.personId };
			sum = evolve(sum, event);
			events.push(event);
		}
	}
	const documents = Object.entries(sampleProposals).map(([key, { language, text }]) => ({
		proposalId: idOf(key),
		epoch: 1,
		updates: [firstContent(language, text)],
		replace: true
	}));
	await store.commit({ boards: [{ board, events, submissions: [] }], documents, directory: [] });
}

/** The text of the proposal that a command speaks of, as the server would have frozen it. */
function frozenTextOf(input: unknown, idOf: (key: string) => Id): unknown {
	const { proposalId } = input as { proposalId?: Id };
	const sample = Object.entries(sampleProposals).find(([key]) => idOf(key) === proposalId)?.[1];
	if (!sample) return undefined;
	const doc = new Y.Doc();
	Y.applyUpdate(doc, firstContent(sample.language, sample.text));
	const text = richTextOf(doc.getXmlFragment(textRoot));
	doc.destroy();
	return text;
}

function sha256(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}

function facilitatorActor(personId: Id): Actor {
	return { personId, centreId: null, role: 'facilitator', verified: false };
}

function delegateActor(by: PersonKey, idOf: (key: string) => Id): Actor {
	const { centre, verified }: { centre: OrganisationKey; verified: boolean } = samplePersons[by];
	return { personId: idOf(by), centreId: idOf(centre), role: 'delegate', verified };
}
