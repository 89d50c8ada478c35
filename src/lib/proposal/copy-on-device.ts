import type { Id } from '#lib/domain/ids.ts';
import { KeptText, type Apart } from './kept-text.ts';
import type { TextCopy } from './text-copy.ts';

/** What this device keeps of one person's text. A device that refuses is told about, and writing goes on. */
export class CopyOnDevice {
	readonly #changed: () => void;
	#kept: KeptText | null = null;
	#keeps: boolean | null = null;
	/** What was set apart, where the device keeps nothing. */
	#loose: Apart | null = null;
	#isClosed = false;

	constructor(changed: () => void) {
		this.#changed = changed;
	}

	/** Whether this device stores the text; null while that is not known. */
	get keeps(): boolean | null {
		return this.#keeps;
	}

	get storage(): KeptText | null {
		return this.#kept;
	}

	/** What was set apart; null when nothing was. */
	get aside(): Apart | null {
		return this.#kept?.aside ?? this.#loose;
	}

	/** Opens the storage, and puts what it holds of the text into the copy. */
	async open(personId: Id, proposalId: Id, copy: TextCopy): Promise<void> {
		const kept = await KeptText.open(personId, proposalId);
		if (this.#isClosed) return kept?.close();
		this.#kept = kept;
		this.#keeps = kept !== null;
		if (!kept?.epoch) return;
		copy.version = kept.version;
		await this.keep(copy, kept.epoch);
	}

	/** Keeps the copy from now on. */
	async keep(copy: TextCopy, epoch: number): Promise<void> {
		try {
			if (this.#kept) await copy.keep(this.#kept, epoch);
		} catch {
			this.#stop();
		}
	}

	/** Remembers which version was open last when the server was heard. */
	async remember(version: number): Promise<void> {
		try {
			await this.#kept?.saw(version);
		} catch {
			this.#stop();
		}
	}

	async setAside(apart: Apart): Promise<void> {
		this.#loose = apart;
		try {
			await this.#kept?.setAside(apart);
			if (this.#kept) this.#loose = null;
		} catch {
			// Its copy may still hold what was set apart, which must not come back into the text by itself.
			this.#stop();
		}
	}

	async dropAside(): Promise<void> {
		this.#loose = null;
		await this.#kept?.dropAside();
	}

	close(): void {
		this.#isClosed = true;
		this.#kept?.close();
	}

	#stop(): void {
		this.#kept?.close();
		this.#kept = null;
		this.#keeps = false;
		this.#changed();
	}
}
