import type * as English from './compiled/messages/en.js';

/** A compiled message takes its inputs as one object; without any, nothing needs to be given. */
type Message<Compiled> = Compiled extends (inputs: infer Inputs) => infer Text
	? (...inputs: Record<never, never> extends Inputs ? [] : [inputs: Inputs]) => Text
	: never;

/** Every text of the interface. English is the base: a message that it lacks does not exist. */
export type Messages = { readonly [Key in keyof typeof English]: Message<(typeof English)[Key]> };

export const locales = ['en', 'fr'] as const;
export type Locale = (typeof locales)[number];

/**
 * The messages of the reader's language. A live binding that `loadMessages` fills before the first page is
 * drawn; changing the language loads the page anew, so nothing has to watch it.
 */
export let m: Messages;
export let locale: Locale = 'en';

const catalogues: Record<Locale, () => Promise<typeof English>> = {
	en: () => import('./compiled/messages/en.js'),
	fr: () => import('./compiled/messages/fr.js')
};

/** Loads one language; nothing of the others is downloaded. */
export async function loadMessages(wanted: Locale): Promise<void> {
	m = (await catalogues[wanted]()) as Messages;
	locale = wanted;
}

export function isLocale(value: unknown): value is Locale {
	return typeof value === 'string' && (locales as readonly string[]).includes(value);
}
