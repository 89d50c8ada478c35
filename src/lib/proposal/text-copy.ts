import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { RichDocument } from '#lib/domain/rich-text.ts';
import { richTextOf } from '#lib/domain/shared-text.ts';
import type { TextSeat } from '#lib/protocol/close-codes.ts';
import type { KeptText } from './kept-text.ts';
import { TextLine, type TextLineOptions } from './text-line.ts';

/** The root of the document that the editor shows; the server knows it by the same name. */
const root = 'default';

/** Where what was written stands. */
export type SaveState =
	/** Nothing is here yet. */
	| { readonly is: 'opening' }
	/** Everything is on the server's disk; `at` is when it said so, in milliseconds since 1970, null if not since opening. */
	| { readonly is: 'saved'; readonly at: number | null }
	| { readonly is: 'saving' }
	/** Not connected; stored on this device, and sent when the network is back. */
	| { readonly is: 'offline-kept' }
	/** Not connected, and this device stores nothing: it is lost when the page is closed. */
	| { readonly is: 'not-kept' }
	| { readonly is: 'read-only'; readonly frozen: boolean }
	/** Ended for good with one of `closeCodes`; what was written can still be copied. */
	| { readonly is: 'refused'; readonly code: number };

/** Where the device keeps the copy; null where it keeps none. */
type Storage = () => KeptText | null;

/** One document of a proposal's text, from its first byte until it is closed or replaced by another. */
export class TextCopy {
	readonly doc = new Y.Doc();
	readonly #now: () => number;
	readonly #changed: () => void;
	readonly #storage: Storage;
	readonly #written: (update: Uint8Array, origin: unknown) => void;
	#line: TextLine | null = null;
	/** Known once the device or the server has said it. */
	epoch: number | null = null;
	seat: TextSeat | null = null;
	/** The last version that was open for confirmation when the server was heard last; null before it was. */
	version: number | null = null;
	#hasContent = false;
	/** Something was written here, or may have been before this page was opened, that is not known to be on the server. */
	#unsent = false;
	#savedAt: number | null = null;
	/** Whether all that stands here was found in the device's storage when it was last looked up. */
	#isKept: boolean | null = null;
	#looking = false;
	#lookAgain = false;
	#isReading = false;

	constructor(ports: { readonly now: () => number; readonly changed: () => void; readonly storage: Storage }) {
		this.#now = ports.now;
		this.#changed = ports.changed;
		this.#storage = ports.storage;
		this.#written = (_update, origin) => {
			if (this.#isReading || this.#line?.brought(origin)) return;
			this.#unsent = true;
			this.heard();
		};
		this.doc.on('update', this.#written);
	}

	get connected(): boolean {
		return this.#line?.connected ?? false;
	}

	/** Whether everything that the server has is here. */
	get synced(): boolean {
		return this.#line?.synced ?? false;
	}

	get hasContent(): boolean {
		return this.#hasContent;
	}

	get unsent(): boolean {
		return this.#unsent;
	}

	get awareness(): Awareness | null {
		return this.#line?.awareness ?? null;
	}

	get save(): SaveState {
		if (this.seat !== null && this.seat !== 'write') return { is: 'read-only', frozen: this.seat === 'frozen' };
		if (!this.#hasContent) return { is: 'opening' };
		if (!this.#unsent) return { is: 'saved', at: this.#savedAt };
		if (this.connected || this.#isKept === null) return { is: 'saving' };
		return { is: this.#isKept ? 'offline-kept' : 'not-kept' };
	}

	read(): RichDocument {
		return richTextOf(this.doc.getXmlFragment(root));
	}

	/**
	 * Reads what the device keeps, and keeps every change from now on.
	 * @throws when the storage refuses
	 */
	async keep(kept: KeptText, epoch: number): Promise<void> {
		this.epoch = epoch;
		this.#isReading = !this.#hasContent;
		try {
			const hadCopy = await kept.keep(this.doc, epoch);
			// What an earlier visit wrote may still be unsent; the connection will tell.
			if (this.#isReading && hadCopy) {
				this.#hasContent = true;
				this.#unsent = true;
			}
		} finally {
			this.#isReading = false;
		}
		this.heard();
	}

	connect(options: Omit<TextLineOptions, 'doc' | 'epoch' | 'changed'>): void {
		this.#line = new TextLine({ ...options, doc: this.doc, epoch: this.epoch, changed: () => this.heard() });
		// Behind the line's own listener: a change must have been counted as sent before anybody asks what is on disk.
		this.doc.off('update', this.#written);
		this.doc.on('update', this.#written);
		this.heard();
	}

	wake(): void {
		this.#line?.wake(this.#now());
	}

	/** Something has changed, here or on the line. */
	heard(): void {
		const line = this.#line;
		if (line?.synced) this.#hasContent = true;
		if (line?.allOnDisk && line.synced && (this.#unsent || this.#savedAt === null)) {
			this.#unsent = false;
			this.#savedAt = this.#now();
		}
		if (this.#unsent && !this.connected) void this.#lookUp();
		this.#changed();
	}

	close(): void {
		this.#line?.close();
		this.doc.destroy();
	}

	async #lookUp(): Promise<void> {
		this.#lookAgain = true;
		if (this.#looking) return;
		this.#looking = true;
		while (this.#lookAgain) {
			this.#lookAgain = false;
			this.#isKept = (await this.#storage()?.holds(this.doc)) ?? false;
		}
		this.#looking = false;
		this.#changed();
	}
}
