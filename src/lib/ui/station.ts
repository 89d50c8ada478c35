/** A stop on a line: a state, a phase. */
export type Station = {
	readonly label: string;
	/** A second, quieter line. */
	readonly detail?: string;
};
