import * as Y from 'yjs';
import { templateClient, textRoot } from './house-clients.ts';

/** The two headings of a new text, "the need" and "the idea", by language (ISO 639). */
const headings: ReadonlyMap<string, readonly [need: string, idea: string]> = new Map(
	Object.entries<[string, string]>({
		bg: ['Потребността', 'Идеята'],
		cs: ['Potřeba', 'Nápad'],
		da: ['Behovet', 'Idéen'],
		de: ['Der Bedarf', 'Die Idee'],
		el: ['Η ανάγκη', 'Η ιδέα'],
		en: ['The need', 'The idea'],
		es: ['La necesidad', 'La idea'],
		et: ['Vajadus', 'Idee'],
		fi: ['Tarve', 'Idea'],
		fr: ['Le besoin', 'L’idée'],
		ga: ['An gá', 'An smaoineamh'],
		hr: ['Potreba', 'Ideja'],
		hu: ['Az igény', 'Az ötlet'],
		is: ['Þörfin', 'Hugmyndin'],
		it: ['Il bisogno', 'L’idea'],
		lt: ['Poreikis', 'Idėja'],
		lv: ['Vajadzība', 'Ideja'],
		mt: ['Il-ħtieġa', 'L-idea'],
		nb: ['Behovet', 'Ideen'],
		nl: ['De behoefte', 'Het idee'],
		nn: ['Behovet', 'Ideen'],
		no: ['Behovet', 'Ideen'],
		pl: ['Potrzeba', 'Pomysł'],
		pt: ['A necessidade', 'A ideia'],
		ro: ['Nevoia', 'Ideea'],
		sk: ['Potreba', 'Nápad'],
		sl: ['Potreba', 'Zamisel'],
		sv: ['Behovet', 'Idén'],
		tr: ['İhtiyaç', 'Fikir'],
		uk: ['Потреба', 'Ідея']
	})
);

/** What a text starts with under its two headings, a paragraph a line. */
export type FirstParagraphs = { readonly need: readonly string[]; readonly idea: readonly string[] };

/**
 * The update that makes a text's first content: two headings, each with an empty paragraph to write in (or with the given
 * ones). English where the language has no row. The same input gives the same bytes.
 */
export function firstContent(language: string, text: FirstParagraphs = { need: [''], idea: [''] }): Uint8Array {
	const [need, idea] = headings.get(language) ?? ['The need', 'The idea'];
	const doc = new Y.Doc();
	doc.clientID = templateClient;
	doc
		.getXmlFragment(textRoot)
		.insert(0, [heading(need), ...text.need.map(paragraph), heading(idea), ...text.idea.map(paragraph)]);
	const update = Y.encodeStateAsUpdate(doc);
	doc.destroy();
	return update;
}

function paragraph(text: string): Y.XmlElement {
	const element = new Y.XmlElement('paragraph');
	if (text !== '') element.insert(0, [new Y.XmlText(text)]);
	return element;
}

function heading(text: string): Y.XmlElement {
	const element = new Y.XmlElement<{ level: number }>('heading');
	element.setAttribute('level', 2);
	element.insert(0, [new Y.XmlText(text)]);
	return element as Y.XmlElement;
}
