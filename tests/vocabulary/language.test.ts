import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { GuessLanguage } from '#lib/vocabulary/language-guess.ts';
import { isLanguage, languageName, languages, loadLanguageGuesser } from '#lib/vocabulary/language.ts';

interface Sample {
	readonly language: string;
	/** Ten titles as they stand on cards, four to nine words. */
	readonly titles: readonly string[];
	/** The fifteen pairs of six texts of about thirty words: sixty words each, as long as a card's text. */
	readonly texts: readonly string[];
}

const folder = new URL('./corpus/', import.meta.url);
const samples: readonly Sample[] = readdirSync(folder).map((name) => {
	const [titles = [], parts = []] = readFileSync(new URL(name, folder), 'utf8')
		.trim()
		.split('\n\n')
		.map((block) => block.split('\n'));
	const texts = parts.flatMap((one, at) => parts.slice(at + 1).map((other) => `${one} ${other}`));
	return { language: name.slice(0, 2), titles, texts };
});

let guess: GuessLanguage;
beforeAll(async () => {
	guess = await loadLanguageGuesser();
});

/** The part of the texts whose language is guessed, between 0 and 1. */
function accuracy(of: (sample: Sample) => readonly string[], fallback: (sample: Sample) => string): number {
	const answers = samples.flatMap((sample) =>
		of(sample).map((text) => guess(text, fallback(sample)) === sample.language)
	);
	return answers.filter(Boolean).length / answers.length;
}

describe('the languages of cards', () => {
	it('are the 24 of the EU, Norwegian, Turkish and Ukrainian, each with its own name', () => {
		expect(languages).toHaveLength(27);
		expect(languages).toEqual([...languages].sort());
		expect(languageName('el')).toBe('ελληνικά');
		expect(languageName('ga')).toBe('Gaeilge');
		expect(new Set(languages.map(languageName)).size).toBe(27);
	});

	it('are known by their code only', () => {
		expect(isLanguage('mt')).toBe(true);
		expect(isLanguage('ru')).toBe(false);
		expect(isLanguage('toString')).toBe(false);
		expect(isLanguage(undefined)).toBe(false);
	});
});

describe('the guess of a language', () => {
	it('was measured on titles and texts of every language', () => {
		expect(samples.map(({ language }) => language).sort()).toEqual([...languages]);
		expect(samples.every(({ titles, texts }) => titles.length === 10 && texts.length === 15)).toBe(true);
	});

	it('is right for at least 95 of 100 titles, whether the fallback is English or French', () => {
		expect(
			accuracy(
				({ titles }) => titles,
				() => 'en'
			)
		).toBeGreaterThanOrEqual(0.95);
		expect(
			accuracy(
				({ titles }) => titles,
				() => 'fr'
			)
		).toBeGreaterThanOrEqual(0.95);
	});

	it('is right for every text of sixty words', () => {
		expect(
			accuracy(
				({ texts }) => texts,
				() => 'en'
			)
		).toBe(1);
		expect(
			accuracy(
				({ texts }) => texts,
				() => 'fr'
			)
		).toBe(1);
	});

	it('keeps a fallback that is right for at least 97 of 100 titles', () => {
		expect(
			accuracy(
				({ titles }) => titles,
				({ language }) => language
			)
		).toBeGreaterThanOrEqual(0.97);
	});

	it('is right for at least eight of ten titles in every language but Norwegian, which it may take for Danish', () => {
		const poor = samples
			.filter(({ language, titles }) => titles.filter((title) => guess(title, 'en') === language).length < 8)
			.map(({ language }) => language);
		expect(poor).toEqual(['no']);
	});

	it.each([
		['nothing', ''],
		['a short word', 'Hydrogen'],
		['numbers', '12345 67890 2024-09-10'],
		['names', 'MOSAIC, SEPR, Omnia'],
		['no words', 'xqzv qxzw zzvq wqxx'],
		['Russian', 'Мы ищем партнёров для обучения и обмена опытом'],
		['Serbian', 'Наша школа образује младе за дрво и намештај'],
		['Arabic', 'نبحث عن شركاء للتدريب المهني'],
		['Armenian', 'Մենք փնտրում ենք գործընկերներ'],
		['Chinese', '我们正在寻找职业培训的合作伙伴学校和企业']
	])('is the fallback for %s', (_, text) => {
		expect(guess(text, 'fr')).toBe('fr');
		expect(guess(text, 'sv')).toBe('sv');
	});

	it('hears a language through foreign names and signs', () => {
		expect(guess('Χρειαζόμαστε VR welding για το σχολείο μας!', 'en')).toBe('el');
		expect(guess('🚀 On cherche 3 partenaires pour MOSAIC (Lyon) → https://example.org', 'en')).toBe('fr');
		expect(guess('WIR SUCHEN PARTNER FÜR DIE AUSBILDUNG', 'en')).toBe('de');
	});

	it('hears the same in either form of Unicode', () => {
		for (const { titles } of samples)
			for (const title of titles) expect(guess(title.normalize('NFD'), 'en')).toBe(guess(title, 'en'));
	});
});
