/** What the bench says to a process of clients, and hears from it. */
export type Job = {
	readonly origin: string;
	readonly first: number;
	readonly clients: number;
	readonly perSecond: number;
	readonly seconds: number;
} & (
	| { readonly kind: 'floor' }
	| { readonly kind: 'board'; readonly board: string; readonly joinCode: string; readonly centres: readonly string[] }
);

export type Tally = {
	readonly ackMs: number[];
	readonly deliveryMs: number[];
	readonly received: string[];
	duplicated: number;
	readonly refused: string[];
};

export type FromWorker =
	| { readonly is: 'ready' }
	| { readonly is: 'warm' }
	| { readonly is: 'posted'; readonly ids: readonly string[] }
	| { readonly is: 'tallies'; readonly tallies: readonly Tally[] }
	| { readonly is: 'failed'; readonly why: string };
