import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../../src/app.css';
import { bus, gives, readyDraft } from './given.ts';
import { amelie } from './partners-room.ts';
import SaveWordsStage from './stages/SaveWordsStage.svelte';

const hour = 3_600_000;

test('saved names the time of the last change that the server took, not of one that it refused', async () => {
	const room = readyDraft();
	const live = room.phone(amelie);
	await expect.poll(() => live.state.connection).toBe('live');
	const begin = room.now;
	await render(SaveWordsStage, { live, id: bus.proposalId, state: { save: { is: 'saved', at: begin } } });
	const words = page.getByRole('paragraph');
	await expect.element(words).toHaveTextContent('Saved 14:00');
	/** Says something an hour after the last. */
	const say = async (contribution: string, refused: string | null) => {
		room.now += hour;
		room.refuseAll = refused;
		await live.send(gives(contribution));
		await expect.poll(() => live.state.pending).toEqual([]);
	};
	await say('Two buses', null);
	await expect.element(words).toHaveTextContent('Saved 15:00');
	await say('Three buses', 'proposal-open');
	await expect.poll(() => live.state.returned).toHaveLength(1);
	await expect.element(words).toHaveTextContent('Saved 15:00');
	// The refused words stay until they are let go: a later change is saved beside them.
	await say('Four buses', null);
	await expect.element(words).toHaveTextContent('Saved 17:00');
});
