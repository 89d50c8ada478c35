/**
 * Tells the person what is going on. On standard error, so that `npm run bench -- board --json` keeps standard
 * output for its figures.
 *
 * @param {string} sentence
 */
export function say(sentence) {
	process.stderr.write(`${sentence}\n`);
}

/** The command cannot go on. The message is written for the person: what is wrong and what to do now. */
export class Stopped extends Error {
	/**
	 * @param {string} message
	 * @param {number} exitCode
	 */
	constructor(message, exitCode = 1) {
		super(message);
		this.exitCode = exitCode;
	}
}
