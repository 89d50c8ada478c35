import { describe, expect, it } from 'vitest';
import { askForChange } from '#lib/domain/commands/ask-for-change.ts';
import { confirmProposal } from '#lib/domain/commands/confirm-proposal.ts';
import { createProposal } from '#lib/domain/commands/create-proposal.ts';
import { inviteParty } from '#lib/domain/commands/invite-party.ts';
import { withdrawConfirmation } from '#lib/domain/commands/withdraw-confirmation.ts';
import {
	announce,
	challenge,
	open,
	openDraft,
	partnership,
	readyDraft,
	running,
	sector,
	yes
} from '../../domain/given.ts';
import { amelie, facilitator, id, paivi, type Story } from '../../domain/story.ts';
import { sectorLabel } from '../../../server/exports/sector-labels.ts';
import { joining } from '../rest/forum.ts';
import { agreedBy, agreedForum, download, rowsOf, waitingFor } from './agreed-forum.ts';

const bus = { proposalId: id('bus') };

describe('the list of partnerships', () => {
	it('holds exactly what every party has confirmed, as it was frozen', async () => {
		const story = partnership().did(
			paivi,
			createProposal.with({ proposalId: id('other'), title: 'Not agreed', language: 'en', cardIds: [], invited: [] })
		);
		const forum = await agreedForum(story);
		const list = await agreedBy(forum, forum.organiser);
		expect(list).toHaveLength(1);
		expect(list[0]).toMatchObject({
			...{ title: 'Bus lessons', language: 'en', international: true, version: 1 },
			sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
			steps: [{ what: 'First call', owner: 'Päivi', due: '2024-10-14' }],
			workshop: { id: forum.workshop.id, title: forum.workshop.title }
		});
		const parties = list[0]?.parties.map(({ name, country, kind, role, contribution }) => ({
			...{ name, country, kind, role, contribution }
		}));
		expect(parties).toHaveLength(2);
		expect(parties).toEqual(
			expect.arrayContaining([
				{
					name: 'Sample Tampere',
					country: 'FI',
					kind: 'vet-provider',
					role: 'coordinator',
					contribution: 'A workshop'
				},
				{ name: 'Sample Lyon', country: 'FR', kind: 'vet-provider', role: 'partner', contribution: 'The bus' }
			])
		);
	});

	it.each([
		['a draft', () => readyDraft()],
		['a version that is open', () => openDraft()],
		['a version that only one has confirmed', () => oneYes()],
		['what was confirmed before somebody asked for a change', () => changed()],
		['what one of two has withdrawn from', () => withdrawn()]
	])('never holds %s', async (_what, story) => {
		const forum = await agreedForum(story());
		for (const browser of [forum.organiser, forum.phones.paivi, forum.phones.amelie]) {
			expect(await agreedBy(forum, browser)).toEqual([]);
		}
	});

	it('says who confirmed, when and how, and by when a management still decides', async () => {
		const story = openDraft();
		story.did(paivi, yes(story)).did(amelie, yes(story, { is: 'management', decidesBy: '2024-09-24' }));
		const forum = await agreedForum(story);
		const [agreed] = await agreedBy(forum, forum.organiser);
		const how = (centre: string) => agreed?.parties.find(({ centreId }) => centreId === forum.known(id(centre)));
		expect(how('tampere')).toMatchObject({ confirmedBy: 'Päivi Sundström', decision: 'agreed', decidesBy: null });
		expect(how('lyon')).toMatchObject({
			...{ confirmedBy: 'Amélie Roux', decision: 'management', decidesBy: '2024-09-24' },
			confirmedAt: new Date(story.now).toISOString()
		});
		expect(agreed?.since).toBe(new Date(story.now).toISOString());
	});

	it('names the cards that it came from, a sector by its label, and no card that is hidden', async () => {
		const story = running()
			.did(paivi, challenge('need'))
			.did(paivi, challenge('hidden'))
			.did(amelie, sector('vehicles'));
		const cardIds = ['need', 'hidden', 'vehicles'].map(id);
		const agreed = partnershipFrom(story, cardIds);
		const forum = await agreedForum(agreed);
		const [one] = await agreedBy(forum, forum.phones.amelie);
		expect(one?.cards).toEqual([
			{ kind: 'challenge', title: 'Title of need' },
			{ kind: 'sector', title: sectorLabel('isced:0716', 'en') }
		]);
	});
});

describe('contact persons', () => {
	it('are told to the partners, and to nobody else', async () => {
		const forum = await agreedForum(partnership());
		const { paivi: partner, gergana: stranger, guest } = forum.phones;
		const [agreed] = await agreedBy(forum, partner);
		const contact = { name: 'Amélie Roux', function: 'international projects', email: 'amelie@sample.example' };
		expect(agreed?.parties.map((party) => party.contact)).toEqual([contact, contact]);
		for (const browser of [forum.organiser, stranger, guest]) {
			for (const path of ['/partnerships', '/partnerships/waiting']) {
				for (const format of ['json', 'csv']) {
					const { status, bytes } = await download(forum, browser, `${path}?format=${format}`);
					expect(status).toBe(200);
					expect(bytes.toString('utf8')).not.toContain('amelie@sample.example');
				}
			}
		}
	});

	it('are told to the organiser by consent: the one who agreed, and not the other', async () => {
		const story = openDraft();
		const { contact, ...rest } = yes(story).input as { contact: object };
		const command = { name: confirmProposal.name, input: { ...rest, contact: { ...contact, organiser: true } } };
		const forum = await agreedForum(story.did(paivi, yes(story)).did(amelie, command));
		const [agreed] = await agreedBy(forum, forum.organiser);
		const contactOf = (centre: string) =>
			agreed?.parties.find(({ centreId }) => centreId === forum.known(id(centre)))?.contact;
		expect(contactOf('lyon')).toMatchObject({ email: 'amelie@sample.example' });
		expect(contactOf('tampere')).toBeNull();
	});
});

describe('who may ask for a list', () => {
	it('a centre gets its own partnerships: who is no party gets an empty list, and so does a guest', async () => {
		const forum = await agreedForum(partnership());
		expect(await agreedBy(forum, forum.phones.paivi, 'scope=centre')).toHaveLength(1);
		expect(await agreedBy(forum, forum.phones.gergana, 'scope=centre')).toEqual([]);
		expect(await agreedBy(forum, forum.phones.guest, 'scope=centre')).toEqual([]);
	});

	it('an organisation that was invited and never answered gets its own list, without that partnership', async () => {
		const story = openDraft(
			readyDraft().did(paivi, inviteParty.with({ proposalId: id('bus'), centreId: id('plovdiv'), role: 'partner' }))
		);
		const forum = await agreedForum(story.did(paivi, yes(story)).did(amelie, yes(story)));
		expect(await agreedBy(forum, forum.phones.gergana, 'scope=centre')).toEqual([]);
		expect(await agreedBy(forum, forum.phones.amelie, 'scope=centre')).toHaveLength(1);
	});

	it('a delegate never gets the list of another centre', async () => {
		const forum = await agreedForum(partnership());
		const other = `scope=centre&centre=${forum.known(id('tampere'))}`;
		expect((await download(forum, forum.phones.gergana, `/partnerships?${other}`)).status).toBe(403);
		expect((await download(forum, forum.phones.gergana, `/partnerships/waiting?${other}`)).status).toBe(403);
	});

	it('an organiser gets a workshop, one centre, or the whole forum', async () => {
		const forum = await agreedForum(partnership());
		const { organiser, workshop, known } = forum;
		expect(await agreedBy(forum, organiser, `scope=workshop&workshop=${workshop.id}`)).toHaveLength(1);
		expect(await agreedBy(forum, organiser, `scope=centre&centre=${known(id('lyon'))}`)).toHaveLength(1);
		expect(await agreedBy(forum, organiser, `scope=centre&centre=${known(id('plovdiv'))}`)).toEqual([]);
	});

	it('a verified delegate takes home what a colleague agreed in a workshop that they did not join', async () => {
		const forum = await agreedForum(partnership());
		const { organiser, house, centreId } = forum;
		const { body: second } = await organiser.post<typeof forum.workshop>('/workshops', {
			...{ title: 'Another', room: '', language: 'en' },
			...{ startsLocal: '2024-09-11T09:00', endsLocal: '2024-09-11T10:00' }
		});
		const colleague = house.browser();
		const { body } = await joining(colleague, second, { name: 'Oskari', centre: { id: centreId } });
		expect(await agreedBy(forum, colleague, 'scope=centre')).toEqual([]);
		await house.directory.people.verify(body.you.personId, centreId);
		expect(await agreedBy(forum, colleague, 'scope=centre')).toHaveLength(1);
	});

	it('in a browser of both, the own list is the delegate’s and the forum’s is the organiser’s', async () => {
		const forum = await agreedForum(partnership());
		const { organiser, phones } = forum;
		for (const [name, value] of phones.paivi.cookies) organiser.cookies.set(name, value);
		expect((await agreedBy(forum, organiser, 'scope=centre'))[0]?.parties[0]?.contact).not.toBeNull();
		expect((await agreedBy(forum, organiser, 'scope=forum'))[0]?.parties[0]?.contact).toBeNull();
	});

	it('nobody else does: not a facilitator, not without a session, not a workshop that is not theirs', async () => {
		const forum = await agreedForum(partnership());
		const laptop = await forum.facilitator();
		expect((await download(forum, laptop, '/partnerships')).status).toBe(401);
		expect(await laptop.get('/partnerships', 'facilitator')).toMatchObject({ status: 403 });
		expect((await download(forum, forum.house.browser(), '/partnerships')).status).toBe(401);
		expect((await download(forum, forum.phones.paivi, '/partnerships?workshop=elsewhere')).status).toBe(404);
		expect((await download(forum, forum.phones.paivi, '/partnerships?scope=workshop')).status).toBe(422);
		expect((await download(forum, forum.phones.paivi, '/partnerships?format=doc')).status).toBe(422);
	});
});

describe('what waits for whom', () => {
	it('names each centre that has not said yes to the version that is open, and who has', async () => {
		const forum = await agreedForum(oneYes());
		for (const browser of [forum.organiser, forum.phones.amelie]) {
			expect(await waitingFor(forum, browser)).toEqual([
				expect.objectContaining({
					...{ title: 'Bus lessons', version: 1, saidYes: ['Sample Puuala'] },
					waitsFor: { centreId: forum.known(id('lyon')), name: 'Sample Lyon', country: 'FR' }
				})
			]);
		}
		expect(await waitingFor(forum, forum.phones.gergana)).toEqual([]);
		const rows = rowsOf(await download(forum, forum.organiser, '/partnerships/waiting?format=csv'));
		expect(rows).toEqual([expect.objectContaining({ Title: 'Bus lessons', 'Waits for': 'Sample Lyon' })]);
	});

	it('is nothing once all have said yes, and nothing of a draft', async () => {
		for (const story of [partnership(), readyDraft()]) {
			const forum = await agreedForum(story);
			expect(await waitingFor(forum, forum.organiser)).toEqual([]);
		}
	});
});

function oneYes(): Story {
	const story = openDraft();
	return story.did(paivi, yes(story));
}

function changed(): Story {
	return oneYes().did(amelie, askForChange.with({ ...bus, reason: 'Another date' }));
}

function withdrawn(): Story {
	return partnership().did(amelie, withdrawConfirmation.with({ ...bus, reason: 'New director' }));
}

/** A partnership that came from these cards, of which the second was hidden before. */
function partnershipFrom(story: Story, cardIds: readonly string[]): Story {
	const draft = readyDraft(story, cardIds);
	draft.did(facilitator, { name: 'hide-card', input: { cardId: id('hidden'), reason: 'Twice here' } });
	draft.did(paivi, announce).wait(10_000).did(paivi, open);
	return draft.did(paivi, yes(draft)).did(amelie, yes(draft));
}
