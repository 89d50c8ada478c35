import { createHash } from 'node:crypto';
import { reject, type Decision } from '#lib/domain/command.ts';
import type { Id } from '#lib/domain/ids.ts';
import type { Ack, Submission } from '#lib/protocol/messages.ts';
import type { Store } from '../store/store.ts';

/** Answers that are kept here; older ones are asked of the store. */
const most = 5000;

const otherBytes: Ack = {
	is: 'refused',
	code: 'submission-reused',
	sentence: 'This was sent before with another content. Reload the page and send it again.',
	values: {}
};

export const notSaved: Ack = {
	is: 'again',
	code: 'not-saved',
	sentence: 'Not saved. It stays on your device and is sent again.'
};

/** Which submission it is: per person, with the hash of its command. */
export type SubmissionKey = { readonly personId: Id; readonly submissionId: Id; readonly hash: string };

export function keyOf(personId: Id, { submissionId, command }: Omit<Submission, 'board'>): SubmissionKey {
	return { personId, submissionId, hash: createHash('sha256').update(JSON.stringify(command)).digest('base64') };
}

/**
 * What one board answered before. The same submission of the same person gets the same answer, also while the first is
 * on its way; other bytes under its id are refused. Refusals are kept here only.
 */
export class AnswerBook {
	readonly #board: Id;
	readonly #store: Pick<Store, 'findSubmission'>;
	readonly #given = new Map<string, { readonly hash: string; readonly ack: Ack }>();
	readonly #underway = new Map<string, { readonly hash: string; readonly answer: Promise<Ack> }>();

	constructor(board: Id, store: Pick<Store, 'findSubmission'>) {
		this.#board = board;
		this.#store = store;
	}

	/** The answer that is on its way, or the one that `work` will give. */
	once(key: SubmissionKey, work: () => Promise<Ack>): Promise<Ack> {
		const name = `${key.personId} ${key.submissionId}`;
		const running = this.#underway.get(name);
		if (running) return running.hash === key.hash ? running.answer : Promise.resolve(otherBytes);
		const answer = work();
		this.#underway.set(name, { hash: key.hash, answer });
		const done = () => this.#underway.delete(name);
		answer.then(done, done);
		return answer;
	}

	async before({ personId, submissionId, hash }: SubmissionKey): Promise<Ack | null> {
		const known = this.#given.get(`${personId} ${submissionId}`);
		if (known) return known.hash === hash ? known.ack : otherBytes;
		const stored = await this.#store.findSubmission(this.#board, personId, submissionId);
		if (!stored) return null;
		if (stored.commandHash !== hash) return otherBytes;
		return { is: 'saved', seq: stored.seq };
	}

	remember({ personId, submissionId, hash }: SubmissionKey, ack: Ack): Ack {
		this.#given.set(`${personId} ${submissionId}`, { hash, ack });
		if (this.#given.size > most) {
			const oldest = this.#given.keys().next();
			if (!oldest.done) this.#given.delete(oldest.value);
		}
		return ack;
	}
}

export const proposalElsewhere = reject('proposal-exists', 'This partnership draft exists already.');

export function refusalAck(decision: Exclude<Decision, { kind: 'accepted' }>): Ack {
	if (decision.kind === 'refused') {
		return { is: 'refused', code: decision.code, sentence: decision.sentence, values: decision.values };
	}
	return { is: 'refused', code: 'not-now', sentence: 'This cannot be done right now. Please try again.', values: {} };
}
