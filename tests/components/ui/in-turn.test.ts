import { expect, test } from 'vitest';
import { inTurn } from '#lib/ui/in-turn.ts';

test('nothing is drawn at once, and the page has its turn between one piece and the next', async () => {
	const done: string[] = [];
	const page = new MessageChannel();
	page.port2.onmessage = () => done.push('a key that was typed');
	inTurn(() => {
		done.push('first');
		page.port1.postMessage('key');
	});
	inTurn(() => done.push('second'));
	expect(done).toEqual([]);
	await expect.poll(() => done).toEqual(['first', 'a key that was typed', 'second']);
});

test('a piece that is taken back is not drawn, and those behind it are', async () => {
	const drawn: string[] = [];
	const takeBack = inTurn(() => drawn.push('old words'));
	inTurn(() => drawn.push('new words'));
	takeBack();
	await expect.poll(() => drawn).toEqual(['new words']);
});
