/** The three kinds, each with its own shape, figure and colour. */
export type Kind = 'challenge' | 'sector' | 'offer';

/** One of the three tabs of a phone: a kind, its word and how many there are. */
export type KindTab = {
	readonly kind: Kind;
	readonly label: string;
	readonly count?: number;
};
