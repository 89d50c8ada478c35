import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from './project-folder.ts';

type Variants = { readonly declarations: readonly string[]; readonly match: Readonly<Record<string, string>> };
type Message = string | readonly Variants[];
type Catalogue = Readonly<Record<string, Message>>;

const folder = join(root, 'src/lib/messages');
const json = <T>(path: string) => JSON.parse(readFileSync(join(folder, path), 'utf8')) as T;
const settings = json<{ locales: string[]; 'plugin.inlang.messageFormat': { pathPattern: string[] } }>(
	'project.inlang/settings.json'
);
const { locales } = settings;
const others = locales.filter((locale) => locale !== 'en');
const filesOf = (locale: string) => readdirSync(join(folder, locale)).sort();
const files = filesOf('en');
const catalogue = (locale: string, file: string) => json<Catalogue>(`${locale}/${file}`);

/** Texts that are right in English and in French: names, and words that the languages share. */
const sameInBoth: readonly string[] = [
	'CoVE Matchboard',
	'national',
	'international',
	'version {number}',
	'{count} organisation',
	'{count} organisations'
];

/** Every text of a message with the condition under which it is chosen; a plain text has none. */
function texts(message: Message): readonly (readonly [condition: string, text: string])[] {
	return typeof message === 'string' ? [['', message]] : message.flatMap((one) => Object.entries(one.match));
}

/** Whether there is anything to translate beside what the message is given. */
function hasWords(text: string): boolean {
	return /\p{L}{2}/u.test(text.replace(/\{\w+\}/g, ''));
}

/** What a message is given, as far as its texts show it. */
function placeholders(message: Message): readonly string[] {
	const named = texts(message).flatMap(([, text]) => [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? ''));
	const declared = typeof message === 'string' ? [] : message.flatMap((one) => one.declarations);
	const inputs = declared.flatMap((text) => /^input (\w+)$/.exec(text)?.[1] ?? []);
	return [...new Set([...named, ...inputs])].sort();
}

/** `a=one, b=x` as the value of `name`, and the rest of the condition. */
function split(condition: string, name: string): { readonly value: string; readonly rest: string } {
	const parts = condition.split(',').map((part) => part.trim());
	const value = parts.find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1) ?? '*';
	return { value, rest: parts.filter((part) => !part.startsWith(`${name}=`)).join(', ') };
}

/** What is wrong with the plurals of a message: a category of the language that is missing, or one it does not have. */
function pluralFaults(locale: string, message: Message): readonly string[] {
	if (typeof message === 'string') return [];
	return message.flatMap((variants) =>
		variants.declarations.flatMap((declaration) => {
			const plural = /^local (\w+) = \w+: plural( type=ordinal)?$/.exec(declaration);
			if (!plural?.[1]) return [];
			const rules = new Intl.PluralRules(locale, { type: plural[2] ? 'ordinal' : 'cardinal' });
			const wanted = [...rules.resolvedOptions().pluralCategories].sort();
			const given = Map.groupBy(
				Object.keys(variants.match).map((one) => split(one, plural[1] ?? '')),
				(one) => one.rest
			);
			return [...given.values()]
				.map((group) => group.map((one) => one.value).sort())
				.filter((values) => values.join() !== wanted.join())
				.map((values) => `has ${values.join(', ')} instead of ${wanted.join(', ')}`);
		})
	);
}

test('every catalogue exists in every language, and the compiler knows all of them', () => {
	for (const locale of locales) expect(filesOf(locale), locale).toEqual(files);
	const known = settings['plugin.inlang.messageFormat'].pathPattern;
	expect([...known].sort()).toEqual(files.map((file) => `./{locale}/${file}`));
});

describe.each(files)('%s', (file) => {
	const english = catalogue('en', file);

	test.each(others)('has the same messages in en and %s, in the same order', (locale) => {
		expect(Object.keys(catalogue(locale, file))).toEqual(Object.keys(english));
	});

	test('names every message after its file, so that no two files name the same', () => {
		const prefix = new RegExp(`^${file.replace(/s?\.json$/, '')}s?_[a-z0-9_]+$`);
		expect(Object.keys(english).filter((key) => !prefix.test(key))).toEqual([]);
	});

	test.each(locales)('gives every plural that %s has', (locale) => {
		const faults = Object.entries(catalogue(locale, file)).flatMap(([key, message]) =>
			pluralFaults(locale, message).map((fault) => `${key} ${fault}`)
		);
		expect(faults).toEqual([]);
	});

	test.each(others)('is given the same inputs in en and %s', (locale) => {
		const translated = catalogue(locale, file);
		const inputsOf = (of: Catalogue) =>
			Object.entries(of).map(([key, message]) => `${key}: ${placeholders(message).join(', ')}`);
		expect(inputsOf(translated)).toEqual(inputsOf(english));
	});

	test.each(locales)('has a text for every message in %s, without stray spaces', (locale) => {
		const faults = Object.entries(catalogue(locale, file)).filter(([, message]) =>
			texts(message).some(([, text]) => text === '' || text !== text.trim() || / {2}/.test(text))
		);
		expect(faults.map(([key]) => key)).toEqual([]);
	});

	test.each(others)('is really translated to %s', (locale) => {
		const translated = catalogue(locale, file);
		const copied = Object.entries(english).filter(([key, message]) => {
			const own = new Set(texts(translated[key] ?? '').map(([, text]) => text));
			return texts(message).some(([, text]) => own.has(text) && hasWords(text) && !sameInBoth.includes(text));
		});
		expect(copied.map(([key]) => key)).toEqual([]);
	});
});

test('the list of texts that are the same in both languages names no text that is gone', () => {
	const used = files.flatMap((file) => Object.values(catalogue('fr', file)).flatMap((message) => texts(message)));
	expect(sameInBoth.filter((text) => !used.some(([, one]) => one === text))).toEqual([]);
});

describe('the check itself', () => {
	const cards = (match: Record<string, string>): Message => [
		{ declarations: ['input count', 'local countPlural = count: plural'], match }
	];

	test('misses no plural', () => {
		const two = cards({ 'countPlural=one': '{count} carte', 'countPlural=other': '{count} cartes' });
		expect(pluralFaults('en', two)).toEqual([]);
		expect(pluralFaults('fr', two)).toEqual(['has one, other instead of many, one, other']);
		expect(pluralFaults('en', cards({ 'countPlural=one': 'a', 'countPlural=*': 'b' }))).not.toEqual([]);
	});

	test('looks at every combination with another selector', () => {
		const match = {
			'kind=need, countPlural=one': 'a',
			'kind=need, countPlural=other': 'b',
			'kind=offer, countPlural=one': 'c'
		};
		expect(pluralFaults('en', cards(match))).toEqual(['has one instead of one, other']);
	});
});
