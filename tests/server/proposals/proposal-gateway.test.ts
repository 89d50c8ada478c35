import { describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { discardProposal } from '#lib/domain/commands/discard-proposal.ts';
import { renameProposal } from '#lib/domain/commands/rename-proposal.ts';
import { setNextStep } from '#lib/domain/commands/set-next-step.ts';
import { leaveProposal } from '#lib/domain/commands/leave-proposal.ts';
import { openingNotice } from '#lib/domain/commands/announce-opening.ts';
import { askForChange } from '#lib/domain/commands/ask-for-change.ts';
import { announce, open } from '../../domain/given.ts';
import { amelie, gergana, id, organiser, paivi } from '../../domain/story.ts';
import { bus, House, type HouseOptions } from './house.ts';
import { Pen, type PenOptions } from './pen.ts';

async function two(options?: HouseOptions): Promise<{ house: House; päivi: Pen; amélie: Pen }> {
	const house = await House.open(options);
	const [päivi, amélie] = [new Pen(house, paivi), new Pen(house, amelie)];
	await vi.waitFor(() => expect([päivi.provider.synced, amélie.provider.synced]).toEqual([true, true]));
	return { house, päivi, amélie };
}

describe('writing together', () => {
	it('starts with the first content of the proposal, once for everybody', async () => {
		const { päivi, amélie } = await two();
		expect(päivi.text).toBe('The need\n\n\nThe idea');
		expect(amélie.text).toBe(päivi.text);
	});

	it('brings what one writes to the other and to the disk', async () => {
		const { house, päivi, amélie } = await two();
		päivi.write('Six evenings');
		amélie.write('Ние добавяме');
		await vi.waitFor(() => expect(päivi.text).toContain('Ние добавяме'));
		await vi.waitFor(() => expect(amélie.text).toBe(päivi.text));
		await vi.waitFor(async () => expect(await house.storedText()).toBe(päivi.text));
	});

	it('says how many updates of this connection are on disk', async () => {
		const { house, päivi } = await two();
		// The first is the answer to what the server asked when it let her in.
		await vi.waitFor(() => expect(päivi.saved).toBe(1));
		päivi.type('hydrogen');
		await vi.waitFor(() => expect(päivi.saved).toBeGreaterThanOrEqual(9));
		expect(await house.storedText()).toContain('hydrogen');
	});

	it('takes what was written offline when its author is back, each once', async () => {
		const { house, päivi, amélie } = await two();
		päivi.goOffline();
		päivi.write('written without network');
		amélie.write('written meanwhile');
		päivi.goOnline();
		await vi.waitFor(() => expect(amélie.text).toContain('written without network'));
		await vi.waitFor(() => expect(päivi.text).toBe(amélie.text));
		expect(päivi.text.match(/written/g)).toHaveLength(2);
		expect(await house.storedText()).toBe(päivi.text);
	});

	it('takes what is typed while the connection is still telling what it has', async () => {
		const { house, päivi } = await two();
		päivi.goOffline();
		päivi.write('offline');
		// Right at the opening of the connection, before the server has asked what she has: it builds on what is unsent.
		päivi.provider.on('status', ({ status }) => {
			if (status === 'connected') päivi.type('early');
		});
		päivi.goOnline();
		await vi.waitFor(() => expect(päivi.saved).toBeGreaterThan(5));
		await vi.waitFor(async () => expect(await house.storedText()).toBe(päivi.text));
		expect(päivi.text).toContain('early');
		expect(päivi.closed).toEqual([]);
	});

	it('takes what an earlier visit of the same person wrote offline, also after a restart of the server', async () => {
		const folder = (await House.open()).folder;
		const first = await House.open({ folder: `${folder}/again` });
		const pen = new Pen(first, paivi);
		pen.write('first visit');
		await vi.waitFor(async () => expect(await first.storedText()).toContain('first visit'));
		pen.goOffline();
		pen.write('kept on the phone');
		await first.stop();

		const second = await House.open({ folder: `${folder}/again` });
		// A new page has a new Yjs client; the document of the phone still holds the writing of the old one.
		const kept = new Y.Doc();
		Y.applyUpdate(kept, Y.encodeStateAsUpdate(pen.doc));
		const again = new Pen(second, paivi, { doc: kept });
		again.write('second visit');
		await vi.waitFor(async () => expect(await second.storedText()).toBe(again.text));
		expect(again.text).toContain('kept on the phone');
		expect(again.closed).toEqual([]);
	});
});

describe('the handshake', () => {
	const refused = async (house: House, actor: typeof paivi, options: PenOptions, code: number) => {
		const pen = new Pen(house, actor, options);
		await vi.waitFor(() => expect(pen.closed).toEqual([code]));
		expect(pen.text).toBe('');
		expect(pen.seats).toEqual([]);
	};

	it('is completed and closed with 4401 when the session has ended', async () => {
		const house = await House.open();
		house.ended.add(paivi.personId);
		await refused(house, paivi, {}, 4401);
	});

	it('is closed with 4403 for somebody whose proposal it is not', async () => {
		await refused(await House.open(), gergana, {}, 4403);
	});

	it('is closed with 4403 for a delegate who comes as an organiser', async () => {
		await refused(await House.open(), paivi, { as: 'organiser' }, 4403);
	});

	it('is closed with 4403 for a session that has no place in a text', async () => {
		await refused(await House.open(), paivi, { as: 'screen' }, 4403);
	});

	it('is closed with 4404 when there is no such proposal, or not any more', async () => {
		const house = await House.open();
		await refused(house, paivi, { proposal: id('nowhere') }, 4404);
		house.say(amelie, leaveProposal.with({ proposalId: bus, reason: 'no time' }));
		house.say(paivi, discardProposal.with({ proposalId: bus }));
		await refused(house, paivi, {}, 4404);
	});

	it('is closed with 4409 for a copy of another epoch', async () => {
		const house = await House.open();
		const documents = [{ proposalId: bus, epoch: 2, updates: [new Uint8Array([0, 0])], replace: true }];
		await house.store.commit({ boards: [], directory: [], documents });
		await refused(house, paivi, { epoch: 1 }, 4409);
		const pen = new Pen(house, paivi, { epoch: 2 });
		await vi.waitFor(() => expect(pen.epoch).toBe(2));
	});
});

describe('a seat', () => {
	it('of the organiser reads, and what it writes is dropped and told', async () => {
		const { house, päivi } = await two();
		const olga = new Pen(house, organiser, { as: 'organiser' });
		await vi.waitFor(() => expect(olga.provider.synced).toBe(true));
		expect(olga.seats).toEqual(['read']);
		olga.write('by the organiser');
		await vi.waitFor(() => expect(olga.seats).toEqual(['read', 'read']));
		päivi.write('by a partner');
		await vi.waitFor(() => expect(olga.text).toContain('by a partner'));
		expect(await house.storedText()).not.toContain('by the organiser');
		expect(päivi.text).not.toContain('by the organiser');
	});

	it('that loses its access is closed, comes back and is told so', async () => {
		const { house, päivi, amélie } = await two();
		house.say(amelie, leaveProposal.with({ proposalId: bus, reason: 'no time' }));
		await vi.waitFor(() => expect(amélie.closed).toEqual([4205, 4403]));
		päivi.write('without her');
		await vi.waitFor(async () => expect(await house.storedText()).toContain('without her'));
		expect(amélie.text).not.toContain('without her');
	});

	it('of everybody else stays when the proposal is renamed or somebody changes a next step', async () => {
		const { house, päivi, amélie } = await two();
		päivi.write('begun');
		house.say(paivi, renameProposal.with({ proposalId: bus, title: 'Buses', language: 'en' }));
		house.say(
			paivi,
			setNextStep.with({ proposalId: bus, stepId: id('visit'), what: 'A visit', owner: 'Amélie', due: null })
		);
		päivi.write('and written on');
		await vi.waitFor(() => expect(amélie.text).toContain('and written on'));
		expect([päivi.closed, amélie.closed]).toEqual([[], []]);
		expect([päivi.seats, amélie.seats]).toEqual([['write'], ['write']]);
	});

	it('of somebody else stays when one loses their access', async () => {
		const { house, päivi, amélie } = await two();
		house.say(amelie, leaveProposal.with({ proposalId: bus, reason: 'no time' }));
		await vi.waitFor(() => expect(amélie.closed).toEqual([4205, 4403]));
		expect([päivi.closed, päivi.seats]).toEqual([[], ['write']]);
	});

	it('of a person who was forgotten ends at once, before the next heartbeat', async () => {
		const { house, päivi, amélie } = await two();
		house.names.set(amelie.personId, null);
		house.gateway.texts.seatsChanged(bus);
		await vi.waitFor(() => expect(amélie.closed).toEqual([4205, 4401]));
		expect(päivi.closed).toEqual([]);
	});

	it('is judged again at each heartbeat: a session that ended elsewhere ends here', async () => {
		const { house, päivi, amélie } = await two({ limits: { heartbeatMs: 300 } });
		house.ended.add(amelie.personId);
		await vi.waitFor(() => expect(amélie.closed).toEqual([4401]), 5_000);
		expect(päivi.closed).toEqual([]);
	});
});

describe('freezing', () => {
	const freeze = async (house: House) => {
		house.story.did(paivi, announce).wait(openingNotice);
		const text = await house.gateway.texts.freeze(bus);
		house.say(paivi, open);
		return text;
	};

	it('reads all that was acknowledged as the editor’s JSON', async () => {
		const { house, päivi, amélie } = await two();
		päivi.type('hydrogen buses');
		amélie.write('a workshop');
		await vi.waitFor(() => expect(päivi.text).toContain('a workshop'));
		expect(await house.gateway.texts.freeze(bus)).toEqual({
			type: 'doc',
			content: [
				{ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'The need' }] },
				{ type: 'paragraph', content: [{ type: 'text', text: 'hydrogen buses' }] },
				{ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'The idea' }] },
				{ type: 'paragraph' },
				{ type: 'paragraph', content: [{ type: 'text', text: 'a workshop' }] }
			]
		});
	});

	it('makes every seat read, and nothing that is written then is ever seen', async () => {
		const { house, päivi, amélie } = await two();
		await freeze(house);
		await vi.waitFor(() => expect(päivi.seats).toEqual(['write', 'frozen']));
		päivi.write('too late');
		await vi.waitFor(() => expect(päivi.seats).toEqual(['write', 'frozen', 'frozen']));
		await vi.waitFor(() => expect(amélie.seats).toEqual(['write', 'frozen']));
		expect(amélie.text).not.toContain('too late');
		expect(await house.storedText()).not.toContain('too late');
	});

	it('tells every seat which version was open last, also when the text is open for writing again', async () => {
		const { house, päivi } = await two();
		await freeze(house);
		await vi.waitFor(() => expect(päivi.versions).toEqual([0, 1]));
		house.say(amelie, askForChange.with({ proposalId: bus, reason: 'another date' }));
		await vi.waitFor(() => expect(päivi.seats).toEqual(['write', 'frozen', 'write']));
		expect(päivi.versions).toEqual([0, 1, 1]);
	});

	it('drops what arrives between the freeze and the opening', async () => {
		const { house, päivi, amélie } = await two();
		house.story.did(paivi, announce).wait(openingNotice);
		const text = JSON.stringify(await house.gateway.texts.freeze(bus));
		päivi.write('in between');
		house.say(paivi, open);
		await vi.waitFor(() => expect(amélie.seats).toEqual(['write', 'frozen']));
		await vi.waitFor(() => expect(päivi.seats).toEqual(['write', 'frozen']));
		expect(text).not.toContain('in between');
		expect(await house.storedText()).not.toContain('in between');
	});

	it('holds what arrives meanwhile and takes it when the opening came to nothing', async () => {
		const { house, päivi, amélie } = await two();
		await house.gateway.texts.freeze(bus);
		päivi.write('held back');
		const late = new Pen(house, gergana);
		await vi.waitFor(() => expect(late.closed).toEqual([4403]));
		expect(await house.storedText()).not.toContain('held back');
		house.gateway.texts.thaw(bus);
		await vi.waitFor(() => expect(amélie.text).toContain('held back'));
		expect(await house.storedText()).toContain('held back');
		expect(päivi.closed).toEqual([]);
	});

	it('is not ended by a change of seats that was on its way when it began', async () => {
		const { house, päivi } = await two();
		päivi.write('before');
		const frozen = house.gateway.texts.freeze(bus);
		house.gateway.texts.seatsChanged(bus);
		expect(päivi.closed).toEqual([]);
		päivi.write('after');
		expect(JSON.stringify(await frozen)).not.toContain('after');
		expect(await house.storedText()).not.toContain('after');
		house.gateway.texts.thaw(bus);
		await vi.waitFor(async () => expect(await house.storedText()).toContain('after'));
	});

	it('works for a text that nobody has open, and lets it be closed again', async () => {
		const house = await House.open();
		expect(JSON.stringify(await house.gateway.texts.freeze(bus))).toContain('The need');
		house.gateway.texts.thaw(bus);
		const pen = new Pen(house, paivi);
		await vi.waitFor(() => expect(pen.provider.synced).toBe(true));
	});

	it('ends with a change that was asked for: everybody writes again', async () => {
		const { house, päivi, amélie } = await two();
		await freeze(house);
		await vi.waitFor(() => expect(amélie.seats.at(-1)).toBe('frozen'));
		house.say(amelie, askForChange.with({ proposalId: bus, reason: 'one more evening' }));
		await vi.waitFor(() => expect(amélie.seats.at(-1)).toBe('write'));
		amélie.write('one more evening');
		await vi.waitFor(() => expect(päivi.text).toContain('one more evening'));
	});
});
