/** What one connection and one document may cost. An honest editor stays far below each of them. */
export type Limits = {
	/** Longest message, in bytes. A text of 20,000 characters written offline, letter by letter, takes about half of it. */
	readonly messageBytes: number;
	/** Most pieces of text and deletions in one update. */
	readonly structsPerUpdate: number;
	/** Most Yjs clients whose writing one update brings: one for each time the page was opened offline. */
	readonly clientsPerUpdate: number;
	/** Largest document, as encoded on disk, in bytes. */
	readonly documentBytes: number;
	/** Connections of one person to one text: windows, devices, and dead ones that nobody has noticed yet. */
	readonly seatsPerPerson: number;
	/** Updates a seat may send each second for long, and at once after a pause. */
	readonly updatesPerSecond: number;
	readonly updatesAtOnce: number;
	/**
	 * What a seat may ask and tell beside its updates, counted in carets, each second for long and at once. The stock client
	 * repeats every caret that it hears, so this is far above what one person does.
	 */
	readonly questionsPerSecond: number;
	readonly questionsAtOnce: number;
	/** What may wait in a socket for a slow reader before it is closed, in bytes. */
	readonly unsentBytes: number;
	/** What may wait of one seat while its document opens or is being frozen, in bytes. */
	readonly waitingBytes: number;
	/** How often each seat is judged again and asked for a sign of life, in milliseconds. */
	readonly heartbeatMs: number;
	/** How long carets are gathered before they are told to everybody, in milliseconds. */
	readonly caretsMs: number;
	/** After this many updates the whole document is written anew in their place. */
	readonly compactAfter: number;
	/** Fewer are left as they are when the last seat has closed. */
	readonly compactAtUnload: number;
};

export const defaultLimits: Limits = {
	messageBytes: 1024 * 1024,
	structsPerUpdate: 50_000,
	clientsPerUpdate: 200,
	documentBytes: 2 * 1024 * 1024,
	seatsPerPerson: 40,
	updatesPerSecond: 40,
	updatesAtOnce: 400,
	questionsPerSecond: 100,
	questionsAtOnce: 1000,
	unsentBytes: 4 * 1024 * 1024,
	waitingBytes: 2 * 1024 * 1024,
	heartbeatMs: 30_000,
	caretsMs: 60,
	compactAfter: 500,
	compactAtUnload: 50
};
