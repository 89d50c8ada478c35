import { painted } from './painted.ts';

let line: Promise<void> = Promise.resolve();

/**
 * Does a piece of drawing once what was drawn before is on the screen, one piece after the other: a key that was typed
 * meanwhile is heard between two of them.
 * @returns takes the piece back while its turn has not come
 */
export function inTurn(draw: () => void): () => void {
	let wanted = true;
	const turn = line.then(() => (wanted ? painted() : undefined)).then(() => (wanted ? draw() : undefined));
	// Who comes next does not fail with this one; the fault itself is still told.
	line = turn.catch(() => undefined);
	return () => (wanted = false);
}
