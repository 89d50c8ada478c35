import { parse } from 'csv-parse/sync';
import type { BoardEvent } from '#lib/domain/command.ts';
import type { PartnershipList, WaitingList } from '#lib/protocol/partnership-list.ts';
import type { WorkshopRow } from '#lib/protocol/rest.ts';
import { amelie, gergana, guest, id, paivi, type Story } from '../../domain/story.ts';
import { joining, runningForum, sampleOrganisation, type RunningForum } from '../rest/forum.ts';
import { openHouse, type Browser, type House } from '../rest/house.ts';

export type Download = {
	readonly status: number;
	readonly headers: Headers;
	readonly bytes: Buffer;
};

export type AgreedForum = Omit<RunningForum, 'delegate'> & {
	readonly house: House;
	/** Verified delegates of Tampere, Lyon and Plovdiv, and a guest of Tampere for whom nobody has vouched. */
	readonly phones: Readonly<Record<'paivi' | 'amelie' | 'gergana' | 'guest', Browser>>;
	/** A word of the story, as the house knows it. */
	readonly known: (word: string) => string;
};

/** A forum in which the story has happened: the log is written under the ids of the people who joined through the routes. */
export async function agreedForum(story: Story): Promise<AgreedForum> {
	const house = await openHouse();
	const forum = await runningForum(house);
	const centres = new Map([[id('tampere'), forum.centreId]]);
	const names = { lyon: 'Sample Rhône', plovdiv: 'Sample Plovdiv' } as const;
	for (const [word, name] of Object.entries(names)) {
		const country = word === 'lyon' ? 'FR' : 'BG';
		const { body } = await forum.organiser.post<{ id: string }>('/centres', { ...sampleOrganisation, name, country });
		centres.set(id(word), body.id);
	}
	const known = new Map(centres);
	const come = async (name: string, actor: typeof paivi) => {
		const phone = house.browser();
		const centreId = centres.get(actor.centreId ?? '') ?? '';
		const { body } = await joining(phone, forum.workshop, { name, centre: { id: centreId } });
		known.set(actor.personId, body.you.personId);
		if (actor.verified) await house.directory.people.verify(body.you.personId, centreId);
		return phone;
	};
	const phones = {
		paivi: await come('Päivi Sundström', paivi),
		amelie: await come('Amélie Roux', amelie),
		gergana: await come('Gergana Ilieva', gergana),
		guest: await come('Guest of Tampere', guest)
	};
	await writeLog(house, forum.workshop, story, known);
	return { ...forum, house, phones, known: (word) => known.get(word) ?? word };
}

async function writeLog(house: House, { id: board }: WorkshopRow, story: Story, known: ReadonlyMap<string, string>) {
	let json = JSON.stringify(story.events);
	for (const [ours, theirs] of known) json = json.replaceAll(ours, theirs);
	const events = JSON.parse(json) as BoardEvent[];
	await house.store.commit({ boards: [{ board, events, submissions: [] }], documents: [], directory: [] });
}

/** A file as the browser's own link asks for it: with cookies, and without a header that says as whom. */
export async function download(
	{ house }: Pick<AgreedForum, 'house'>,
	browser: Browser,
	path: string,
	language = 'en'
): Promise<Download> {
	const cookie = [...browser.cookies].map((pair) => pair.join('=')).join('; ');
	const answer = await fetch(`http://127.0.0.1:${house.port}/api${path}`, {
		headers: { cookie, 'accept-language': language }
	});
	return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
}

/** The rows of a CSV file by its header. */
export function rowsOf({ bytes }: Download): readonly Readonly<Record<string, string>>[] {
	return parse(bytes, { bom: true, columns: true, relax_column_count: false });
}

export async function agreedBy(forum: AgreedForum, browser: Browser, query = 'scope=forum') {
	const { bytes } = await download(forum, browser, `/partnerships?${query}&format=json`);
	return (JSON.parse(bytes.toString('utf8')) as PartnershipList).partnerships;
}

export async function waitingFor(forum: AgreedForum, browser: Browser, query = 'scope=forum') {
	const { bytes } = await download(forum, browser, `/partnerships/waiting?${query}&format=json`);
	return (JSON.parse(bytes.toString('utf8')) as WaitingList).waiting;
}
