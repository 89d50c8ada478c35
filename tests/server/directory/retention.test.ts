import { describe, expect, it } from 'vitest';
import { keepRetention } from '../../../server/directory/retention.ts';
import { partnership } from '../../domain/given.ts';
import { agreedForum } from '../exports/agreed-forum.ts';

const day = 24 * 60 * 60 * 1000;

describe('the retention day', () => {
	it('takes the names of all who came, once it is over; what the centres agreed stays, and so does the organiser', async () => {
		const { house, workshop } = await agreedForum(partnership());
		const keep = () => keepRetention(house.directory, house.app.notices, () => house.clock.now);
		const { retentionDay = '' } = house.directory.forum.get() ?? {};

		house.clock.now = Date.parse(`${retentionDay}T12:00Z`);
		expect(await keep()).toBe(0);
		house.clock.now += day;
		expect(await keep()).toBeGreaterThanOrEqual(4);
		expect(await keep()).toBe(0);
		expect(house.onDisk()).not.toContain('Sundström');
		expect(Buffer.from(house.onDisk(), 'latin1').toString('utf8')).not.toContain('Sundström');
		expect(house.directory.people.all().every((person) => person.organiser)).toBe(true);
		expect((await house.store.loadBoard(workshop.id)).filter(({ type }) => type === 'proposal-confirmed')).toHaveLength(
			2
		);
	});
});
