import { describe, expect, it } from 'vitest';
import { ask, openHouse, type OpenHouse } from './house.ts';

const post = (house: OpenHouse, body: string, headers: Record<string, string> = {}) =>
	ask(house, '/api/nothing', {
		method: 'POST',
		body,
		headers: { origin: house.origin, 'content-type': 'application/json', ...headers }
	});

describe('a no that was foreseen', () => {
	it('answers an unknown address of the interface with a problem', async () => {
		const house = await openHouse();
		const { status, body, headers } = await ask(house, '/api/no/such/thing');
		expect(status).toBe(404);
		expect(headers['content-type']).toContain('application/json');
		expect(headers['cache-control']).toBe('no-store');
		expect(JSON.parse(body)).toEqual({ code: 'not-found', sentence: 'There is nothing at this address.' });
	});

	it('answers a body that is no JSON with a sentence, and repeats nothing of it', async () => {
		const house = await openHouse();
		const { status, body } = await post(house, '{"name": "Amélie Secret", }');
		expect(status).toBe(400);
		expect(JSON.parse(body)).toMatchObject({ code: 'body-malformed' });
		expect(body).not.toContain('Secret');
	});

	it('answers a body of more than 64 kB with a sentence', async () => {
		const house = await openHouse();
		const { status, body } = await post(house, JSON.stringify({ text: 'x'.repeat(65 * 1024) }));
		expect(status).toBe(413);
		expect(JSON.parse(body)).toMatchObject({ code: 'body-too-large' });
	});

	it('answers an unknown encoding and an address that cannot be read with a sentence', async () => {
		const house = await openHouse();
		expect(JSON.parse((await post(house, '{}', { 'content-encoding': 'zip' })).body)).toMatchObject({
			code: 'body-encoding'
		});
		const { status, body } = await ask(house, '/api/%E0%A4%A');
		expect(status).toBe(404);
		expect(JSON.parse(body)).toMatchObject({ code: 'not-found' });
		const page = await ask(house, '/%E0%A4%A');
		expect(page.status).toBe(400);
		expect(JSON.parse(page.body)).toMatchObject({ code: 'address-malformed' });
	});
});

describe('a fault', () => {
	/** The database is gone from under the house: reading the session of this request throws. */
	async function fault() {
		const house = await openHouse();
		await house.store.close();
		const answer = await ask(house, `/api/boards/board000000000000000/seen?token=sesame`, {
			headers: { cookie: '__Host-cove-delegate=a-secret-session' }
		});
		return { house, answer };
	}

	it('is answered with the number of its incident and with nothing of the inside', async () => {
		const { answer } = await fault();
		expect(answer.status).toBe(500);
		const problem = JSON.parse(answer.body) as { values: { incident: string } };
		expect(problem).toMatchObject({
			code: 'fault',
			values: { incident: expect.stringMatching(/^[0-9a-f]{10}$/) as unknown }
		});
		expect(answer.body).not.toMatch(/database|sqlite|\.ts/);
	});

	it('is logged once under that number, with its cause and without queries, cookies and addresses', async () => {
		const { house, answer } = await fault();
		const { incident } = (JSON.parse(answer.body) as { values: { incident: string } }).values;
		const lines = house.log.filter((line) => line.includes('"msg":"fault"'));
		expect(lines).toHaveLength(1);
		expect(JSON.parse(lines[0] ?? '')).toMatchObject({ incident, at: 'request', method: 'GET', level: 50 });
		expect(lines[0]).toContain('statement has been finalized');
		for (const secret of ['sesame', 'a-secret-session', 'board000000000000000'])
			expect(house.log.join('')).not.toContain(secret);
	});

	it('keeps what a parser quotes out of the log', async () => {
		const house = await openHouse();
		const readAloud = () => JSON.parse('Amélie wrote: "we need welders"') as unknown;
		let cause: unknown;
		try {
			readAloud();
		} catch (thrown) {
			cause = thrown;
		}
		house.app.faults.report(new Error('The proposal "Welders for Lyon" broke', { cause }), { at: 'test' });
		const log = house.log.join('');
		expect(log).toContain('The proposal … broke');
		for (const word of ['Amélie', 'welders', 'Welders']) expect(log).not.toContain(word);
	});
});
