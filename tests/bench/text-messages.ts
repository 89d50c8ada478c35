/** What the bench says to a process of writers, and hears from it. */
export type TextJob = {
	readonly is: 'connect';
	/** `ws://host/proposals` */
	readonly address: string;
	readonly room: string;
	/** One for each client; empty where the server asks for none. */
	readonly cookies: readonly string[];
	/** Sent as the page's origin. */
	readonly origin: string;
	/** How many of the clients type. */
	readonly typists: number;
	/** Whether a caret moves with each character, as the editor's does. */
	readonly carets: boolean;
};

export type ToWriters =
	| TextJob
	| { readonly is: 'type'; readonly perSecond: number; readonly seconds: number }
	| { readonly is: 'report' }
	/** Opens the text once more, from nothing, this often; one after the other. */
	| { readonly is: 'join-late'; readonly times: number }
	| { readonly is: 'end' };

/** An update by the Yjs client that wrote it and its clock there, and when, in milliseconds of `machineTime`. */
export type Moment = readonly [client: number, clock: number, at: number];

export type FromWriters =
	| { readonly is: 'connected' }
	| { readonly is: 'typed' }
	| {
			readonly is: 'reported';
			readonly sent: readonly Moment[];
			readonly got: readonly Moment[];
			readonly savedMs: readonly number[];
	  }
	| { readonly is: 'joined-late'; readonly ms: readonly number[] }
	| { readonly is: 'failed'; readonly why: string };
