import { reject, type Refusal } from '#lib/domain/command.ts';
import { newId } from '#lib/domain/ids.ts';
import { defaultConfirmByDay } from '#lib/protocol/forum-days.ts';
import type { Forum, ForumRequest } from '#lib/protocol/rest.ts';
import type { DirectoryLedger } from './directory-ledger.ts';
import type { Random } from './chance.ts';
import { isTimeZone } from './zoned-time.ts';

/** Days that contradict each other, named by the field that should be corrected. */
function refusedForum(forum: Omit<Forum, 'id'>): Refusal | null {
	const { firstDay, lastDay, confirmByDay, retentionDay, timeZone } = forum;
	const no = (field: string, sentence: string) => reject('forum-dates', sentence, { field });
	if (!isTimeZone(timeZone)) {
		return reject('time-zone-unknown', 'This time zone is not known. Choose one such as Europe/Paris.', {
			field: 'timeZone'
		});
	}
	if (lastDay < firstDay) return no('lastDay', 'The last day is before the first day. Correct one of the two.');
	if (confirmByDay < lastDay) {
		return no('confirmByDay', 'Centres confirm after the forum. Choose the last day of the forum or a later one.');
	}
	if (retentionDay < confirmByDay) {
		return no('retentionDay', 'Names are needed until the confirmations are in. Choose that day or a later one.');
	}
	return null;
}

/** Creates and edits the forum: one installation has one. */
export class ForumEditor {
	readonly #ledger: DirectoryLedger;
	readonly #random: Random;

	constructor(ledger: DirectoryLedger, random: Random) {
		this.#ledger = ledger;
		this.#random = random;
	}

	get(): Forum | null {
		return this.#ledger.memory.forum;
	}

	/**
	 * Creates the forum, or puts these facts in the place of its old ones.
	 * Refuses with `forum-dates` and `time-zone-unknown`.
	 */
	async save(request: ForumRequest): Promise<Forum | Refusal> {
		const facts = { ...request, confirmByDay: request.confirmByDay ?? defaultConfirmByDay(request.lastDay) };
		const refused = refusedForum(facts);
		if (refused) return refused;
		return this.#ledger.inTurn(async (write) => {
			const id = this.#ledger.memory.forum?.id ?? newId(this.#random);
			const row = { id, ...facts };
			await write([{ is: 'forum', row }]);
			return row;
		});
	}
}
