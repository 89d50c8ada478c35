import { m } from '#lib/messages/messages.ts';

type Values = Readonly<Record<string, string | number>>;
type Words = (values: Values) => string;

/** The field's own name: `email` of `contact.email`, `sectors` of `sectors.3`. */
function fieldOf(path: string | number): string {
	const names = String(path).split('.');
	return names.filter((name) => !/^\d*$/.test(name)).pop() ?? '';
}

/**
 * A refusal in the reader's language: the message `refusal_<code>` (dashes as underscores), which may say another thing
 * for each field that it is about; else the server's sentence.
 * A code without a message is still a true sentence, in English.
 */
export function refusalWords(refusal: {
	readonly code: string;
	readonly sentence: string;
	/** A refusal of the board has it among its values. */
	readonly field?: string;
	readonly values?: Values;
}): string {
	const name = `refusal_${refusal.code.replaceAll('-', '_')}`;
	const words = (m as unknown as Record<string, Words | undefined>)[name];
	const { values = {}, field = values['field'] ?? '' } = refusal;
	return words ? words({ ...values, field: fieldOf(field) }) : refusal.sentence;
}
