import { expect, test } from 'vitest';
import { inTurn } from '#lib/ui/in-turn.ts';

test('nothing is drawn at once, and pieces are drawn one after the other with a task of the page between them', async () => {
	const drawn: string[] = [];
	for (const piece of ['first', 'second'])
		inTurn(() => {
			drawn.push(piece);
			queueMicrotask(() => drawn.push(`all that ${piece} changed`));
		});
	expect(drawn).toEqual([]);
	await expect.poll(() => drawn).toEqual(['first', 'all that first changed', 'second', 'all that second changed']);
});

test('a piece that is taken back is not drawn, and those behind it are', async () => {
	const drawn: string[] = [];
	const takeBack = inTurn(() => drawn.push('old words'));
	inTurn(() => drawn.push('new words'));
	takeBack();
	await expect.poll(() => drawn).toEqual(['new words']);
});
