import { refusalWords } from '#lib/board/refusal-words.ts';
import { m } from '#lib/messages/messages.ts';
import type { Problem } from '#lib/protocol/rest-problems.ts';

/** What stands under each field of a form, by the field's name; `form` is what is about none of them. */
export type FieldWords = Readonly<Partial<Record<string, string>>>;

/** Asks for what is missing. */
export function missingWords(fields: readonly string[]): FieldWords {
	return Object.fromEntries(fields.map((field) => [field, m.organise_field_missing()]));
}

/** Puts the server's no beside the field that it is about, when the form shows that field. */
export function problemWords(problem: Problem, fields: readonly string[]): FieldWords {
	const field = problem.field?.split('.')[0] ?? '';
	return { [fields.includes(field) ? field : 'form']: refusalWords(problem) };
}
