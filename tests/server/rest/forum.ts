import type { ForumRequest, Joined, OneTimeLink, WorkshopRequest, WorkshopRow } from '#lib/protocol/rest.ts';
import type { CentreList, CentreRequest, CodeSheet, CodeSheets } from '#lib/protocol/rest-centres.ts';
import { newCentre } from '#lib/organise/centre-rows.ts';
import type { Answer, Browser, House } from './house.ts';

export const forumOfLyon: ForumRequest = {
	name: 'Forum on Vocational Excellence',
	place: 'Lyon',
	firstDay: '2024-09-10',
	lastDay: '2024-09-12',
	timeZone: 'Europe/Paris',
	languages: ['en', 'fr'],
	controller: 'Sample Agency Lyon',
	privacyNotice: 'We keep your name until the retention date.',
	retentionDay: '2025-03-12'
};

export const greenShift: WorkshopRequest = {
	title: 'Skills for the green shift',
	room: 'Room 3',
	startsLocal: '2024-09-10T13:30',
	endsLocal: '2024-09-10T15:15',
	language: 'en'
};

export const sampleOrganisation: CentreRequest = {
	...newCentre,
	name: 'Sample Puuala',
	city: 'Tampere',
	country: 'FI',
	kind: 'vet-provider'
};

export const passphrase = 'correct horse battery staple';

export function tokenIn({ path }: Pick<OneTimeLink, 'path'>): string {
	return path.slice(path.indexOf('#') + 1);
}

/** A browser in which the first organiser is signed in. */
export async function organiserOf(house: House): Promise<Browser> {
	const link = await house.directory.firstOrganiserLink();
	if (!link) throw new Error('There is an organiser already');
	const organiser = house.browser();
	await organiser.post('/organiser/claim', { token: tokenIn(link), name: 'Odile', passphrase });
	return organiser;
}

export type RunningForum = {
	readonly organiser: Browser;
	readonly workshop: WorkshopRow;
	readonly centreId: string;
	readonly sheet: CodeSheet;
	/** A phone whose owner has joined the workshop for the centre. */
	readonly delegate: (name?: string) => Promise<{ readonly phone: Browser; readonly joined: Joined }>;
	/** A laptop of somebody who facilitates the workshop. */
	readonly facilitator: () => Promise<Browser>;
};

/** A forum with one centre and one workshop, made through the routes. */
export async function runningForum(house: House): Promise<RunningForum> {
	const organiser = await organiserOf(house);
	await organiser.put('/forum', forumOfLyon);
	const { body: centre } = await organiser.post<{ id: string }>('/centres', sampleOrganisation);
	const { body: workshop } = await organiser.post<WorkshopRow>('/workshops', greenShift);
	const { body: codes } = await organiser.get<CodeSheets>('/centres/codes');
	const [sheet] = codes.sheets;
	if (!sheet) throw new Error('No sheet');
	return {
		...{ organiser, workshop, centreId: centre.id, sheet },
		delegate: async (name = 'Päivi Sundström') => {
			const phone = house.browser();
			const answer = await joining(phone, workshop, { name, centre: { id: centre.id } });
			return { phone, joined: answer.body };
		},
		facilitator: async () => {
			const { body: link } = await organiser.post<OneTimeLink>(`/workshops/${workshop.id}/facilitator-links`, {
				name: 'Fabien'
			});
			const laptop = house.browser();
			await laptop.post('/facilitator/claim', { token: tokenIn(link) });
			return laptop;
		}
	};
}

export function joining(phone: Browser, { joinCode }: WorkshopRow, request: unknown): Promise<Answer<Joined>> {
	return phone.post<Joined>(`/join/${joinCode}`, request);
}

export async function centresOf(organiser: Browser): Promise<CentreList['centres']> {
	return (await organiser.get<CentreList>('/centres')).body.centres;
}
