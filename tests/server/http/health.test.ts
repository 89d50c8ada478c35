import { describe, expect, it } from 'vitest';
import { ask, openHouse } from './house.ts';

describe('the health of the server', () => {
	it('says that the store answers and takes data', async () => {
		const house = await openHouse();
		const { status, body, headers } = await ask(house, '/healthz');
		expect(status).toBe(200);
		expect(headers['cache-control']).toBe('no-store');
		expect(JSON.parse(body)).toEqual({ reads: true, writes: true });
	});

	it('says that the store does not answer, by its status too', async () => {
		const house = await openHouse();
		await house.store.close();
		const { status, body } = await ask(house, '/healthz');
		expect(status).toBe(503);
		expect(JSON.parse(body)).toEqual({ reads: false, writes: false });
	});
});

describe('the numbers', () => {
	it('are there for programs of this machine', async () => {
		const house = await openHouse();
		await ask(house, '/api/nothing');
		const { status, body } = await ask(house, '/metrics');
		expect(status).toBe(200);
		expect(body).toContain('matchboard_store_writes 1');
		expect(body).toContain('matchboard_connections 0');
		expect(body).toMatch(/matchboard_http_seconds_count\{method="GET",status="4xx"\} 1/);
		expect(body).not.toContain('/api/nothing');
	});

	it.each(['x-forwarded-for', 'forwarded', 'via'])('are for nobody who comes through a proxy: %s', async (name) => {
		const house = await openHouse();
		const { body } = await ask(house, '/metrics', { headers: { [name]: '203.0.113.7' } });
		expect(body).not.toContain('matchboard_');
	});
});
