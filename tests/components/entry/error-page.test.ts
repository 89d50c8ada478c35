import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../../src/app.css';
import ErrorPage from '../../../src/routes/+error.svelte';
import { leavings } from '../leaving.ts';

test('a page that did not load is loaded again with all that its address holds', async () => {
	location.hash = 'K7QFM2XT';
	const left = leavings();
	await render(ErrorPage);
	await page.getByRole('button', { name: 'Load it again' }).click();
	await expect.poll(() => left).toEqual([{ how: 'reload', to: location.href }]);
	expect(location.hash).toBe('#K7QFM2XT');
});
