import { describe, expect, it, vi } from 'vitest';
import type { Store } from '../../../server/store/store.ts';
import { amelie, paivi } from '../../domain/story.ts';
import { House } from './house.ts';
import { Pen } from './pen.ts';

describe('a session that has ended', () => {
	it('has no seat in any text any more when the end has been told, long before the next heartbeat', async () => {
		const house = await House.open({ limits: { heartbeatMs: 3_600_000 } });
		const [päivi, amélie] = [new Pen(house, paivi), new Pen(house, amelie)];
		await vi.waitFor(() => expect([päivi.provider.synced, amélie.provider.synced]).toEqual([true, true]));
		house.ended.add(amelie.personId);
		await house.gateway.texts.sessionsEnded(amelie.personId);
		päivi.write('without her');
		amélie.write('after the end');
		await vi.waitFor(() => expect(amélie.closed[0]).toBe(4401));
		await vi.waitFor(async () => expect(await house.storedText()).toContain('without her'));
		expect(await house.storedText()).not.toContain('after the end');
		expect(amélie.text).not.toContain('without her');
		expect(päivi.closed).toEqual([]);
	});

	it('leaves the seats that other sessions of the same person gave', async () => {
		const house = await House.open({ limits: { heartbeatMs: 3_600_000 } });
		const pen = new Pen(house, paivi);
		await vi.waitFor(() => expect(pen.provider.synced).toBe(true));
		await house.gateway.texts.sessionsEnded(paivi.personId);
		pen.write('written on');
		await vi.waitFor(async () => expect(await house.storedText()).toContain('written on'));
		expect(pen.closed).toEqual([]);
	});

	it('is not let in when it ends while the text is still being read from the disk', async () => {
		const [reading, read] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
		let waits = false;
		const between = (store: Store): Store =>
			new Proxy(store, {
				get: (target, name: keyof Store) => {
					if (name !== 'loadDocument') return target[name].bind(target);
					return async (...asked: Parameters<Store['loadDocument']>) => {
						if (waits) reading.resolve();
						if (waits) await read.promise;
						return target.loadDocument(...asked);
					};
				}
			});
		const house = await House.open({ between, limits: { heartbeatMs: 3_600_000 } });
		waits = true;
		const pen = new Pen(house, paivi);
		await reading.promise;
		house.ended.add(paivi.personId);
		await house.gateway.texts.sessionsEnded(paivi.personId);
		read.resolve();
		await vi.waitFor(() => expect(pen.closed[0]).toBe(4401));
		expect([pen.seats, pen.text]).toEqual([[], '']);
	});
});
