import { areas, type Area } from './areas.ts';
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
 * The messages of the reader's language, as far as they were loaded. A live binding that `loadMessages` fills before a
 * page is drawn; changing the language loads the page anew, so nothing has to watch it.
 */
export let m: Messages = {} as Messages;
export let locale: Locale = 'en';

// Written out, one by one: the bundler cuts a catalogue where it reads the address of each part.
const catalogues: Readonly<Record<Locale, Readonly<Record<Area, () => Promise<object>>>>> = {
	en: {
		common: () => import('./compiled/messages/en.js?area=common'),
		join: () => import('./compiled/messages/en.js?area=join'),
		board: () => import('./compiled/messages/en.js?area=board'),
		me: () => import('./compiled/messages/en.js?area=me'),
		proposal: () => import('./compiled/messages/en.js?area=proposal'),
		facilitate: () => import('./compiled/messages/en.js?area=facilitate'),
		screen: () => import('./compiled/messages/en.js?area=screen'),
		organise: () => import('./compiled/messages/en.js?area=organise'),
		refusal: () => import('./compiled/messages/en.js?area=refusal')
	},
	fr: {
		common: () => import('./compiled/messages/fr.js?area=common'),
		join: () => import('./compiled/messages/fr.js?area=join'),
		board: () => import('./compiled/messages/fr.js?area=board'),
		me: () => import('./compiled/messages/fr.js?area=me'),
		proposal: () => import('./compiled/messages/fr.js?area=proposal'),
		facilitate: () => import('./compiled/messages/fr.js?area=facilitate'),
		screen: () => import('./compiled/messages/fr.js?area=screen'),
		organise: () => import('./compiled/messages/fr.js?area=organise'),
		refusal: () => import('./compiled/messages/fr.js?area=refusal')
	}
};
/** What was loaded, by language: the pages that are built beforehand are built in one language after the other. */
const texts: Readonly<Record<Locale, object>> = { en: {}, fr: {} };
const loaded = new Set<string>();

/** Loads one language; nothing of the others is downloaded, nor what the page does not use. */
export async function loadMessages(wanted: Locale, wantedAreas: readonly Area[] = areas): Promise<void> {
	const missing = wantedAreas.filter((area) => !loaded.has(`${wanted} ${area}`));
	const parts = await Promise.all(missing.map((area) => catalogues[wanted][area]()));
	m = Object.assign(texts[wanted], ...parts) as Messages;
	for (const area of missing) loaded.add(`${wanted} ${area}`);
	locale = wanted;
}

/**
 * Sees to it that a refusal can be said in the reader's language. Never fails: without a network it is said in the
 * server's English, which is true as well.
 */
export async function loadRefusals(): Promise<void> {
	try {
		await loadMessages(locale, ['refusal']);
	} catch {
		// Asked again with the next refusal.
	}
}

export function isLocale(value: unknown): value is Locale {
	return typeof value === 'string' && (locales as readonly string[]).includes(value);
}
