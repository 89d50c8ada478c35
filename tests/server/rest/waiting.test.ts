import { describe, expect, it } from 'vitest';
import { createProposal } from '#lib/domain/commands/create-proposal.ts';
import { inviteParty } from '#lib/domain/commands/invite-party.ts';
import { moveToPhase } from '#lib/domain/commands/move-to-phase.ts';
import { removePerson } from '#lib/domain/commands/remove-person.ts';
import type { Actor, Command } from '#lib/domain/command.ts';
import type { Joined, MeWaiting, WorkshopRow } from '#lib/protocol/rest.ts';
import { id } from '../../domain/story.ts';
import { greenShift, joining, runningForum, sampleOrganisation } from './forum.ts';
import { openHouse, type House } from './house.ts';
import { speaking } from '../../support/speaking.ts';

const proposalId = id('bus');

/** A forum with two workshops: the inviting centre writes in the second one, the invited one has joined the first one only. */
async function twoRooms(house: House) {
	const { organiser, workshop: first, delegate, sheet, centreId } = await runningForum(house);
	const { body: second } = await organiser.post<WorkshopRow>('/workshops', { ...greenShift, title: 'Batteries' });
	const other = { ...sampleOrganisation, name: 'Sample Lyon', country: 'FR' };
	const { body: lyon } = await organiser.post<{ id: string }>('/centres', other);
	const invited = await delegate();
	const { body: inviter } = await joining(house.browser(), second, { name: 'Amélie', centre: { id: lyon.id } });
	const speak = async (actor: Actor, command: Command) => {
		const { room } = await house.app.boards.rooms.open(second.id);
		const ack = await room.submit(speaking(actor), { submissionId: id(JSON.stringify(command)), command });
		expect(ack).toMatchObject({ is: 'saved' });
	};
	const facilitator: Actor = { ...actorOf(inviter), role: 'organiser', centreId: null };
	await speak(facilitator, moveToPhase.with({ phase: 'match' }));
	const draft = { proposalId, title: 'Bus lessons', language: 'en', cardIds: [], invited: [] };
	await speak(actorOf(inviter), createProposal.with(draft));
	await speak(actorOf(inviter), inviteParty.with({ proposalId, centreId, role: 'partner' }));
	return { ...invited, first, second, sheet, speak, facilitator };
}

const actorOf = ({ you }: Joined): Actor => ({
	...{ personId: you.personId, centreId: you.centreId, role: 'delegate', verified: true }
});

describe('what waits in other workshops', () => {
	it('reaches a verified delegate who is in another room of the forum, and one tap goes there', async () => {
		const house = await openHouse();
		const { phone, second, sheet } = await twoRooms(house);
		expect((await phone.get<MeWaiting>('/me/waiting')).body).toEqual({ waiting: [] });
		await phone.post('/me/verify', { delegationCode: sheet.code });
		const { body } = await phone.get<MeWaiting>('/me/waiting');
		expect(body.waiting).toEqual([
			{
				...{ kind: 'invitation', proposalId, title: 'Bus lessons', language: 'en', at: expect.any(Number) },
				workshop: { id: second.id, title: 'Batteries', language: 'en', joinCode: second.joinCode, joined: false }
			}
		]);
		expect(await phone.post(`/join/${body.waiting[0]?.workshop.joinCode}/again`)).toMatchObject({
			status: 200,
			body: { board: second.id }
		});
		expect((await phone.get<MeWaiting>('/me/waiting')).body.waiting[0]?.workshop.joined).toBe(true);
	});

	it('is not told to who was removed from that room', async () => {
		const house = await openHouse();
		const { phone, joined, second, sheet, speak, facilitator } = await twoRooms(house);
		await phone.post('/me/verify', { delegationCode: sheet.code });
		await phone.post(`/join/${second.joinCode}/again`);
		await speak(facilitator, removePerson.with({ personId: joined.you.personId, reason: 'Too loud' }));
		expect((await phone.get<MeWaiting>('/me/waiting')).body).toEqual({ waiting: [] });
	});
});
