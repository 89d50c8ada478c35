import { expect } from '@playwright/test';
import { joinAsNewcomer } from './delegate.ts';
import { test } from './house.ts';

/** On a venue's network every 100 kB are half a second. */
const most = 100_000;

test('a newcomer’s phone fetches at most 100 kB of script before the first card is on its screen', async ({
	server,
	person
}) => {
	const phone = await person('phone');
	await phone.addInitScript(() => {
		const look = () => {
			if (document.querySelector('main li h3')) performance.mark('first-card');
			else requestAnimationFrame(look);
		};
		requestAnimationFrame(look);
	});
	const newcomer = { typed: 'campus mobilite', organisation: 'Sample Campus Mobilité, Lyon', name: 'Zoë Ørsted' };
	await joinAsNewcomer(phone, server.links.join, newcomer);
	await expect(phone.getByRole('listitem').first()).toBeVisible();
	const scripts = await phone.evaluate(() => {
		const [firstCard] = performance.getEntriesByName('first-card');
		return performance
			.getEntriesByType('resource')
			.filter((one) => one instanceof PerformanceResourceTiming)
			.filter((one) => one.name.endsWith('.js') && one.startTime < (firstCard?.startTime ?? Infinity))
			.map(({ name, transferSize }) => ({ name, transferSize }));
	});
	expect(scripts.length).toBeGreaterThan(3);
	const sum = scripts.reduce((bytes, { transferSize }) => bytes + transferSize, 0);
	expect(sum, scripts.map(({ name, transferSize }) => `${transferSize} ${name}`).join('\n')).toBeLessThanOrEqual(most);
});
