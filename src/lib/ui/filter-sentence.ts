/** One place of a filter sentence. */
export type Filter = {
	/** The name of its place in the sentence. */
	readonly name: string;
	readonly label: string;
	readonly options: readonly { readonly value: string; readonly label: string }[];
	readonly value: string;
};

export type SentencePart = { readonly words: string } | { readonly name: string };

/** "Show {kind} from {country}" → words and names, in the order of the sentence. */
export function partsOf(sentence: string): readonly SentencePart[] {
	return sentence
		.split(/(\{[a-z]+\})/i)
		.map((part) => (/^\{.+\}$/.test(part) ? { name: part.slice(1, -1) } : { words: part.trim() }))
		.filter((part) => !('words' in part) || part.words !== '');
}
