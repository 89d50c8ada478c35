import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { editing, intoTheNeed } from './open-editor.ts';

// In a page of its own: another open editor would miss them, too.
test('the editor works in a browser of 2021, which lacks what its packages ask of arrays', async () => {
	Reflect.deleteProperty(Array.prototype, 'at');
	Reflect.deleteProperty(Array.prototype, 'findLast');
	const { server, textbox } = await editing();
	expect([1, 2, 3].findLast((n) => n < 3)).toBe(2);
	expect([1, 2, 3].at(-1)).toBe(3);
	expect(Object.keys([1])).toEqual(['0']);
	await intoTheNeed(textbox);
	await userEvent.keyboard('- one');
	await vi.waitFor(() => expect(server.text).toContain('- one'));
});
