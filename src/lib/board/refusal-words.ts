import { m } from '#lib/messages/messages.ts';

type Words = (values: Readonly<Record<string, string | number>>) => string;

/**
 * A refusal in the reader's language: the message `refusal_<code>` (dashes as underscores), else the server's sentence.
 * A code without a message is still a true sentence, in English.
 */
export function refusalWords(refusal: {
	readonly code: string;
	readonly sentence: string;
	readonly values?: Readonly<Record<string, string | number>>;
}): string {
	const name = `refusal_${refusal.code.replaceAll('-', '_')}`;
	const words = (m as unknown as Record<string, Words | undefined>)[name];
	return words ? words(refusal.values ?? {}) : refusal.sentence;
}
