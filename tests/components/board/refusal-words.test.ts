import { beforeAll, describe, expect, test } from 'vitest';
import { refusalWords } from '#lib/board/refusal-words.ts';
import { loadRefusals } from '#lib/messages/messages.ts';

beforeAll(() => loadRefusals());

describe('a refusal in the reader’s language', () => {
	test('says what is wrong with the very field, wherever its name stands', () => {
		const problem = { code: 'input-invalid', sentence: 'Please check' };
		const website = refusalWords({ ...problem, field: 'website' });
		expect(website).toContain('https://');
		expect(refusalWords({ ...problem, field: 'centre.asked.country' })).toContain('country');
		expect(refusalWords({ ...problem, values: { field: 'contact.email' } })).toContain('e-mail');
		expect(refusalWords({ ...problem, field: 'sectors.3' })).toBe(refusalWords({ ...problem, field: 'sectors' }));
	});

	test('says it in general where the field has no sentence of its own', () => {
		const problem = { code: 'input-invalid', sentence: 'Please check' };
		expect(refusalWords({ ...problem, field: 'elsewhere' })).toBe(refusalWords(problem));
		expect(refusalWords(problem)).not.toBe('Please check');
	});

	test('takes its values along, and falls back to the server’s own sentence for a code that it does not know', () => {
		expect(refusalWords({ code: 'fault', sentence: '', values: { incident: 'a7' } })).toContain('a7');
		expect(refusalWords({ code: 'unheard-of', sentence: 'A true sentence.' })).toBe('A true sentence.');
	});
});
