import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { OneTimeLink } from '#lib/protocol/rest.ts';
import { passphrase, runningForum, tokenIn } from './forum.ts';
import { openHouse } from './house.ts';

describe('secrets', () => {
	it('are in no file of the database: session ids, organisations’ codes, links, passphrases', async () => {
		const house = await openHouse();
		const { organiser, delegate, facilitator, sheet, workshop } = await runningForum(house);
		const { phone } = await delegate();
		const laptop = await facilitator();
		await phone.post('/me/verify', { delegationCode: sheet.code });
		const { body: link } = await phone.post<OneTimeLink>('/me/device-links');
		const { body: screen } = await organiser.post<OneTimeLink>(`/workshops/${workshop.id}/screen-links`);
		const secrets = [
			...[organiser, phone, laptop].flatMap((browser) => [...browser.cookies.values()]),
			...[sheet.code, sheet.code.replaceAll('-', ''), tokenIn(link), tokenIn(screen), passphrase]
		];
		const bytes = house.onDisk();
		expect(bytes).toContain('Sample Puuala');
		expect(secrets.filter((secret) => bytes.includes(secret))).toEqual([]);
	});

	it('and names are in no line of the log', async () => {
		const house = await openHouse();
		const { delegate, sheet, organiser } = await runningForum(house);
		const { phone } = await delegate();
		await phone.post('/me/verify', { delegationCode: sheet.code });
		const { body: link } = await phone.post<OneTimeLink>('/me/device-links');
		const log = house.log.join('\n');
		const secrets = [
			...[...organiser.cookies.values(), ...phone.cookies.values()],
			...[sheet.code, sheet.code.replaceAll('-', ''), tokenIn(link), passphrase, 'Sundström', 'Odile']
		];
		expect(secrets.filter((secret) => log.includes(secret))).toEqual([]);
	});

	it('of the server stand in a file that only its user may read', async () => {
		const house = await openHouse();
		const { mode, size } = statSync(join(house.folder, 'matchboard.secret'));
		expect(mode & 0o777).toBe(0o600);
		expect(size).toBe(32);
	});

	it('do not go to other sites: what changes something must come from our own page', async () => {
		const house = await openHouse();
		const { workshop, centreId } = await runningForum(house);
		const forged = house.browser('https://evil.example');
		const answer = await forged.post(`/join/${workshop.joinCode}`, { name: 'Eve', centre: { id: centreId } });
		expect(answer).toMatchObject({ status: 403, body: { code: 'origin-refused' } });
		expect(house.directory.people.inWorkshop(workshop.id)).toEqual([]);
	});

	it('are kept by no cache', async () => {
		const house = await openHouse();
		const { phone } = await (await runningForum(house)).delegate();
		expect((await phone.get('/me')).headers['cache-control']).toBe('no-store');
	});
});
