import { describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { messageSeat } from '#lib/protocol/close-codes.ts';
import { amelie, organiser, paivi } from '../../domain/story.ts';
import { bus, House } from './house.ts';
import { Pen } from './pen.ts';
import { RawSeat } from './raw-seat.ts';

/** An update that any client could send: one paragraph at the end, by a new Yjs client. */
function paragraph(words: string, copy = new Y.Doc()): Uint8Array {
	const before = Y.encodeStateVector(copy);
	const element = new Y.XmlElement('paragraph');
	element.insert(0, [new Y.XmlText(words)]);
	copy.getXmlFragment('default').insert(0, [element]);
	return Y.encodeStateAsUpdate(copy, before);
}

async function withWriter(options?: Parameters<typeof House.open>[0]): Promise<{ house: House; pen: Pen }> {
	const house = await House.open(options);
	const pen = new Pen(house, amelie);
	await vi.waitFor(() => expect(pen.saved).toBe(1));
	return { house, pen };
}

/** The honest writer is not troubled: still connected, still saved. */
async function unharmed(house: House, pen: Pen): Promise<void> {
	pen.write('unharmed');
	await vi.waitFor(async () => expect(await house.storedText()).toContain('unharmed'));
	expect(pen.closed).toEqual([]);
}

describe('a hostile client', () => {
	it.each<[string, (seat: RawSeat) => void]>([
		['bytes that are no message', (seat) => seat.socket.send(new Uint8Array([250, 1, 2]))],
		['nothing', (seat) => seat.socket.send(new Uint8Array())],
		['words', (seat) => seat.socket.send('hello')],
		['an unknown kind of message', (seat) => seat.send(77)],
		['an update cut short', (seat) => seat.update(paragraph('x').subarray(0, 12))],
		['an update of nonsense', (seat) => seat.update(new Uint8Array(40).fill(201))],
		['a state vector of nonsense', (seat) => seat.send(0, 0, new Uint8Array(9).fill(255))],
		['carets of nonsense', (seat) => seat.send(1, new Uint8Array([1, 5, 1, 3, 123, 123, 123]))]
	])('that sends %s is closed with 4400', async (_name, send) => {
		const { house, pen } = await withWriter();
		const seat = await RawSeat.open(house, paivi);
		send(seat);
		await vi.waitFor(() => expect(seat.code).toBe(4400));
		await unharmed(house, pen);
	});

	it('that sends too long an update is closed with 4413', async () => {
		const { house, pen } = await withWriter({ limits: { messageBytes: 5_000 } });
		const seat = await RawSeat.open(house, paivi);
		seat.update(new Uint8Array(6_000));
		await vi.waitFor(() => expect(seat.code).toBe(4413));
		await unharmed(house, pen);
	});

	it('that sends more than ws takes at all is closed as well', async () => {
		const { house, pen } = await withWriter({ limits: { messageBytes: 5_000 } });
		const seat = await RawSeat.open(house, paivi);
		seat.update(new Uint8Array(60_000));
		await vi.waitFor(() => expect(seat.code).toBe(1009));
		await unharmed(house, pen);
	});

	it('that sends updates without end is closed with 4429', async () => {
		const { house, pen } = await withWriter({ limits: { updatesAtOnce: 30, updatesPerSecond: 5 } });
		const seat = await RawSeat.open(house, paivi);
		const copy = new Y.Doc();
		for (let n = 0; n < 50; n += 1) seat.update(paragraph(`line ${n}`, copy));
		await vi.waitFor(() => expect(seat.code).toBe(4429));
		await unharmed(house, pen);
	});

	it('that asks for the whole text without end is closed with 4429', async () => {
		const { house, pen } = await withWriter();
		const seat = await RawSeat.open(house, paivi);
		for (let n = 0; n < 60; n += 1) seat.send(0, 0, new Uint8Array([0]));
		await vi.waitFor(() => expect(seat.code).toBe(4429));
		await unharmed(house, pen);
	});

	it('that tells carets without end is heard now and then only, and others write on', async () => {
		const { house, pen } = await withWriter({ limits: { questionsAtOnce: 30, questionsPerSecond: 1, caretsMs: 1 } });
		const seat = await RawSeat.open(house, paivi);
		for (let n = 1; n <= 60; n += 1) seat.carets([77, n, {}]);
		seat.update(paragraph('after the carets'));
		await vi.waitFor(() => expect(pen.text).toContain('after the carets'));
		expect(Math.max(...seat.caretsHeard.map(([client, clock]) => (client === 77 ? clock : 0)))).toBeLessThan(32);
		await unharmed(house, pen);
	});

	it('that opens connection after connection is closed with 4429', async () => {
		const { house, pen } = await withWriter({ limits: { seatsPerPerson: 3 } });
		const seats = await Promise.all([0, 1, 2, 3, 4].map(() => RawSeat.open(house, paivi)));
		await vi.waitFor(() => expect(seats.filter(({ code }) => code === 4429)).toHaveLength(2));
		await unharmed(house, pen);
	});

	it('in a seat that only reads shows its bytes to nobody', async () => {
		const { house, pen } = await withWriter();
		const seat = await RawSeat.open(house, organiser, '?as=organiser');
		seat.update(paragraph('canary'));
		seat.send(0, 1, paragraph('canary'));
		await vi.waitFor(() => expect(seat.heard.filter((message) => message[0] === messageSeat)).toHaveLength(3));
		await unharmed(house, pen);
		expect(pen.text).not.toContain('canary');
		expect(await house.storedText()).not.toContain('canary');
	});

	it('that leaves out an update is asked to come back', async () => {
		const { house, pen } = await withWriter();
		const seat = await RawSeat.open(house, paivi);
		const copy = new Y.Doc();
		seat.send(0, 1, new Uint8Array([0, 0]));
		paragraph('lost', copy);
		seat.update(paragraph('next', copy));
		await vi.waitFor(() => expect(seat.code).toBe(4205));
		expect(await house.storedText()).not.toContain('next');
		await unharmed(house, pen);
	});

	it('that writes under the number of another person is closed with 4400, and what the other writes offline is taken', async () => {
		const { house, pen } = await withWriter();
		pen.write('mine');
		await vi.waitFor(() => expect(pen.saved).toBe(2));
		pen.goOffline();
		pen.write('mine, offline');
		const forged = new Y.Doc();
		Y.applyUpdate(forged, Y.encodeStateAsUpdate(await house.stored()));
		forged.clientID = pen.doc.clientID;
		const seat = await RawSeat.open(house, paivi);
		seat.update(paragraph('forged', forged));
		await vi.waitFor(() => expect(seat.code).toBe(4400));
		pen.goOnline();
		await vi.waitFor(async () => expect(await house.storedText()).toContain('mine, offline'));
		expect(pen.text).not.toContain('forged');
	});

	it('that does not read is closed, so that its queue does not grow', async () => {
		const { house, pen } = await withWriter({ limits: { unsentBytes: 200_000 } });
		const seat = await RawSeat.open(house, paivi);
		seat.send(0, 0, Y.encodeStateVector(new Y.Doc()));
		await vi.waitFor(() => expect(seat.heard.length).toBeGreaterThan(2));
		seat.socket.pause();
		for (let n = 0; n < 40; n += 1) {
			pen.write('x'.repeat(200_000));
			pen.doc.getXmlFragment('default').delete(4);
		}
		await vi.waitFor(() => expect(pen.saved).toBe(81), 15_000);
		seat.socket.resume();
		await vi.waitFor(() => expect(seat.code).toBe(4205));
		await unharmed(house, pen);
	});
});

type State = { user?: { name?: string; person?: number; extra?: unknown }; cursor?: unknown };

describe('a caret', () => {
	const statesOf = (pen: Pen) =>
		[...pen.provider.awareness.getStates()].map(([client, state]) => [client, state as State]);
	const position = { type: null, tname: 'default', item: null, assoc: 0 };

	it('bears the name of the directory and a colour of ours, whatever its client says', async () => {
		const { house, pen } = await withWriter();
		const seat = await RawSeat.open(house, paivi);
		const cursor = { anchor: position, head: position };
		seat.carets([77, 1, { user: { name: 'Amélie', color: 'red', extra: 'x' }, cursor, secret: 'y' }]);
		await vi.waitFor(() => {
			expect(pen.provider.awareness.getStates().get(77)).toEqual({
				user: { id: paivi.personId, name: 'Päivi', person: 2 },
				cursor
			});
		});
	});

	it('is kept without its place when the place is none', async () => {
		const { house, pen } = await withWriter();
		const seat = await RawSeat.open(house, paivi);
		seat.carets([77, 1, { cursor: { anchor: '<script>', head: { item: { client: 'x' } } } }]);
		await vi.waitFor(() => {
			expect(pen.provider.awareness.getStates().get(77)).toEqual({
				user: { id: paivi.personId, name: 'Päivi', person: 2 },
				cursor: null
			});
		});
	});

	it('is heard for the own client only', async () => {
		const { house, pen } = await withWriter();
		const seat = await RawSeat.open(house, paivi);
		seat.carets([77, 1, {}], [pen.doc.clientID, 999, null], [78, 1, {}]);
		await vi.waitFor(() => expect(pen.provider.awareness.getStates().has(77)).toBe(true));
		expect(pen.provider.awareness.getStates().has(78)).toBe(false);
		expect(pen.provider.awareness.getLocalState()).not.toBeNull();
	});

	it('under another person’s client closes the connection', async () => {
		const { house, pen } = await withWriter();
		await vi.waitFor(() => expect(pen.provider.awareness.meta.get(pen.doc.clientID)).toBeDefined());
		pen.write('mine');
		await vi.waitFor(() => expect(pen.saved).toBe(2));
		const seat = await RawSeat.open(house, paivi);
		seat.carets([pen.doc.clientID, 5_000, { user: { name: 'forged' } }]);
		await vi.waitFor(() => expect(seat.code).toBe(4400));
		await unharmed(house, pen);
	});

	it('is echoed to its sender with its own clock, so that its connection is never silent', async () => {
		const { house } = await withWriter();
		const seat = await RawSeat.open(house, paivi);
		seat.carets([77, 42, {}]);
		await vi.waitFor(() => expect(seat.caretsHeard).toContainEqual([77, 42]));
	});

	it('goes when its connection goes, and is there again when it comes back', async () => {
		const { house, pen } = await withWriter();
		const päivi = new Pen(house, paivi);
		päivi.provider.awareness.setLocalStateField('cursor', { anchor: position, head: position });
		const isThere = () => expect(statesOf(pen).map(([, state]) => (state as State).user?.name)).toContain('Päivi');
		await vi.waitFor(isThere);
		päivi.goOffline();
		await vi.waitFor(() => expect(statesOf(pen)).toHaveLength(1));
		päivi.goOnline();
		await vi.waitFor(isThere);
	});

	it('has one of four colours, shared by the fewest', async () => {
		const { house, pen } = await withWriter();
		const names = () =>
			Object.fromEntries(
				statesOf(pen).map(([, state]) => [(state as State).user?.name, (state as State).user?.person])
			);
		const päivi = new Pen(house, paivi);
		await vi.waitFor(() => expect(names()['Päivi']).toBe(2));
		const second = new Pen(house, paivi);
		await vi.waitFor(() => expect(statesOf(pen)).toHaveLength(3));
		expect(names()['Päivi']).toBe(2);
		päivi.leave();
		second.leave();
	});

	it('of somebody without a name is shown to nobody, and is no seat any more', async () => {
		const { house, pen } = await withWriter();
		const päivi = new Pen(house, paivi);
		await vi.waitFor(() => expect(statesOf(pen)).toHaveLength(2));
		house.names.set(paivi.personId, null);
		house.gateway.texts.seatsChanged(bus);
		await vi.waitFor(() => expect(päivi.closed).toEqual([4205, 4401]));
		await vi.waitFor(() => expect(statesOf(pen)).toHaveLength(1));
	});
});
