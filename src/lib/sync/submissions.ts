import type { Command } from '#lib/domain/command.ts';
import { newId, type Id } from '#lib/domain/ids.ts';
import type { Ack } from '#lib/protocol/messages.ts';
import { SharedOutbox, type Underway } from './held-entries.ts';
import type { Link } from './link.ts';
import type { Entry } from './outbox.ts';
import type { Pending, SessionPorts } from './session-state.ts';

export type SubmissionsPorts = Pick<SessionPorts, 'outbox' | 'now' | 'random'> & {
	readonly link: Pick<Link, 'submit'>;
	/** The version of the board that is shown. */
	readonly shownSeq: () => number;
	/** Whether the server hears us and will have us. */
	readonly maySend: () => boolean;
	readonly changed: () => void;
	/** The board that is shown lacks a step that was saved. */
	readonly missed: () => void;
	/** What was not saved is to be sent again in so many milliseconds. */
	readonly tryIn: (ms: number) => void;
};

/** What one person said on one board and has not heard back: in the outbox, shown at once, sent until it is answered. */
export class Submissions {
	readonly #board: Id;
	readonly #ports: SubmissionsPorts;
	readonly #outbox: SharedOutbox;
	#underway: Underway[] = [];
	#returned: readonly Entry[] = [];
	#kept = true;
	/** Whose they are. */
	#speaker: Id | null = null;

	constructor(board: Id, ports: SubmissionsPorts) {
		this.#board = board;
		this.#ports = ports;
		this.#outbox = new SharedOutbox(ports.outbox);
	}

	/** What `SessionState` says of them. */
	get state(): { readonly pending: readonly Pending[]; readonly returned: readonly Entry[]; readonly kept: boolean } {
		const pending = this.#underway.map(({ entry: { submissionId, command }, progress }) => ({
			submissionId,
			command,
			progress
		}));
		return { pending, returned: this.#returned, kept: this.#kept };
	}

	get commands(): Command[] {
		return this.#underway.map(({ entry }) => entry.command);
	}

	/** @returns its id, when it is in the outbox or the device has refused to keep it */
	async keep(command: Command, personId: Id): Promise<Id> {
		const submissionId = newId(this.#ports.random);
		const entry: Entry = { submissionId, board: this.#board, personId, command, at: this.#ports.now(), refusal: null };
		// Said on a page that has been somebody else's since: it waits in the outbox for who said it.
		if (this.#isSpeaker(entry)) this.#underway.push({ entry, progress: 'on-this-device', seq: null });
		this.#ports.changed();
		if (!(await this.#outbox.put(entry))) this.#kept = false;
		this.#ports.changed();
		this.send();
		return submissionId;
	}

	/** The author has read the refusal and taken the text back, or let it go. */
	async dismiss(submissionId: Id): Promise<void> {
		this.#returned = this.#returned.filter((entry) => entry.submissionId !== submissionId);
		this.#ports.changed();
		await this.#outbox.remove(submissionId).catch(() => this.#notKept());
	}

	/** The server knows whom we speak as: what somebody else said here stays in the outbox for them. */
	belongTo(personId: Id): void {
		this.#speaker = personId;
		this.#underway = this.#underway.filter(({ entry }) => this.#isSpeaker(entry));
		this.#returned = this.#returned.filter((entry) => this.#isSpeaker(entry));
		this.#ports.changed();
	}

	/** Before the server has said who speaks, it is whom this page shows. */
	#isSpeaker({ personId }: Entry): boolean {
		return this.#speaker === null || this.#speaker === personId;
	}

	/** Other pages of this device share the outbox: what one left unsent, any of them sends. */
	async load(): Promise<void> {
		if (this.#speaker === null) return;
		try {
			const held = () => ({ underway: this.#underway, returned: this.#returned });
			const { underway, returned } = await this.#outbox.joined(this.#board, this.#speaker, held);
			this.#underway = [...underway];
			this.#returned = returned;
			this.#ports.changed();
		} catch {
			this.#notKept();
		}
	}

	/** Whatever was under way is lost, or nobody knows. */
	lineLost(): void {
		for (const one of this.#underway) if (one.progress === 'sending') one.progress = 'on-this-device';
	}

	/** A pending command goes when the step that includes it has come, not before: nothing flickers. */
	dropIncluded(answered: readonly Id[]): void {
		const shown = this.#ports.shownSeq();
		const isIncluded = ({ entry, progress, seq }: Underway) =>
			answered.includes(entry.submissionId) || (progress === 'saved' && seq !== null && seq <= shown);
		const included = this.#underway.filter(isIncluded);
		this.#underway = this.#underway.filter((one) => !included.includes(one));
		for (const { entry } of included) this.#outbox.remove(entry.submissionId).catch(() => this.#notKept());
	}

	/** Sends what waits on this device, if it can be sent now. */
	send(): void {
		if (!this.#ports.maySend()) return;
		for (const one of this.#underway) {
			if (one.progress !== 'on-this-device') continue;
			one.progress = 'sending';
			const { submissionId, command } = one.entry;
			this.#ports.link.submit({ board: this.#board, submissionId, command }).then(
				(ack) => this.#answered(one, ack),
				() => {
					if (one.progress !== 'sending') return;
					one.progress = 'on-this-device';
					this.#ports.tryIn(1000);
				}
			);
		}
		this.#ports.changed();
	}

	#answered(one: Underway, ack: Ack): void {
		if (!this.#underway.includes(one)) return;
		if (ack.is === 'saved') {
			one.progress = 'saved';
			one.seq = ack.seq;
			this.dropIncluded([]);
			if (this.#underway.includes(one)) this.#ports.missed();
			this.#ports.changed();
		} else if (ack.is === 'refused') {
			this.#underway = this.#underway.filter((other) => other !== one);
			this.#outbox.ended(one.entry.submissionId);
			const { code, sentence, values } = ack;
			const entry: Entry = { ...one.entry, refusal: { code, sentence, values } };
			this.#returned = [...this.#returned, entry];
			this.#ports.changed();
			void this.#outbox.put(entry).then((kept) => kept || this.#notKept());
		} else {
			one.progress = 'on-this-device';
			this.#ports.changed();
			this.#ports.tryIn(ack.code === 'session-ended' ? 200 : 1500);
		}
	}

	#notKept(): void {
		this.#kept = false;
		this.#ports.changed();
	}
}
