import * as Y from 'yjs';
import type { Id } from '#lib/domain/ids.ts';
import type { RichDocument } from '#lib/domain/rich-text.ts';
import { richTextOf } from '#lib/domain/shared-text.ts';
import { closeCodes, type TextSeat } from '#lib/protocol/close-codes.ts';
import { CopyOnDevice } from './copy-on-device.ts';
import { othersIn, type Aside, type DocumentState, type SharedText } from './document-state.ts';
import type { Apart } from './kept-text.ts';
import { TextCopy, type SaveState } from './text-copy.ts';

export type DocumentOptions = {
	readonly proposalId: Id;
	readonly personId: Id;
	readonly as: 'delegate' | 'organiser';
	/** `wss://host/proposals`; by default this page's own host. */
	readonly address?: string;
	/** By default the browser's. */
	readonly WebSocket?: typeof WebSocket;
	/** Milliseconds since 1970. */
	readonly now?: () => number;
	/** 0 to 1 */
	readonly random?: () => number;
	/** Calls back whenever somebody comes back to the page or the network does; returns how to stop. */
	readonly onWake?: (wake: () => void) => () => void;
};

/** One person's text of a proposal: on this device, and in step with the server whenever there is a network. */
export class ProposalDocument {
	readonly #options: DocumentOptions;
	readonly #now: () => number;
	readonly #listeners = new Set<(state: DocumentState) => void>();
	readonly #stopWaking: () => void;
	#copy: TextCopy;
	#shared: SharedText | null = null;
	readonly #device = new CopyOnDevice(() => this.#changed());
	#refused: number | null = null;
	/** A copy that was set apart, until the server's text is here to compare it with. */
	#apart: Apart | null = null;
	#isComparing = false;
	#aside: { readonly of: Apart; readonly text: RichDocument } | null = null;
	#isAsideSent = false;
	#isClosed = false;
	#state: DocumentState;

	private constructor(options: DocumentOptions) {
		this.#options = options;
		this.#now = options.now ?? Date.now;
		this.#copy = this.#newCopy();
		this.#state = this.#derive();
		this.#stopWaking = (options.onWake ?? wakesOfThePage)(() => this.#refused ?? this.#copy.wake());
	}

	/** Opens the copy of this device, if there is one, and connects. Call `close` on leaving. */
	static open(options: DocumentOptions): ProposalDocument {
		const document = new ProposalDocument(options);
		void document.#open();
		return document;
	}

	get state(): DocumentState {
		return this.#state;
	}

	/** Calls back at once and with each change; returns how to stop. It is a store of Svelte. */
	subscribe(listener: (state: DocumentState) => void): () => void {
		this.#listeners.add(listener);
		listener(this.#state);
		return () => this.#listeners.delete(listener);
	}

	/** The text as it stands here, to be read and copied. */
	text(): RichDocument {
		return this.#copy.read();
	}

	/** Puts what was set apart into the text, because the person says so. It stays offered until it is on the server. */
	sendAside(): void {
		const apart = this.#device.aside;
		if (!apart || !this.#isSendable(apart)) return;
		this.#isAsideSent = true;
		Y.applyUpdate(this.#copy.doc, apart.update, 'set apart');
		this.#changed();
	}

	/** Forgets what was set apart. */
	async dropAside(): Promise<void> {
		this.#isAsideSent = false;
		await this.#device.dropAside();
		this.#changed();
	}

	/** After a refusal: begins again with the server's text. What stands here is set apart, to be copied. */
	startAfresh(): void {
		this.#refused = null;
		// It was refused once: under no epoch, it is never offered for sending.
		this.#replaceCopy(null);
	}

	close(): void {
		this.#isClosed = true;
		this.#stopWaking();
		this.#copy.close();
		this.#device.close();
		this.#listeners.clear();
	}

	#newCopy(): TextCopy {
		const copy: TextCopy = new TextCopy({
			now: this.#now,
			storage: () => this.#device.storage,
			changed: () => copy === this.#copy && this.#changed()
		});
		return copy;
	}

	async #open(): Promise<void> {
		const { personId, proposalId } = this.#options;
		await this.#device.open(personId, proposalId, this.#copy);
		if (!this.#isClosed) this.#connect();
	}

	#connect(): void {
		const copy = this.#copy;
		copy.connect({
			address: this.#options.address ?? addressOfThePage(),
			proposalId: this.#options.proposalId,
			as: this.#options.as,
			WebSocket: this.#options.WebSocket ?? null,
			random: this.#options.random ?? Math.random,
			seated: (seat, epoch, version) => this.#seated(seat, epoch, version),
			ended: (code) => this.#ended(code)
		});
	}

	#seated(seat: TextSeat, epoch: number, version: number): void {
		const copy = this.#copy;
		if (copy.epoch !== null && copy.epoch !== epoch) return this.#replaceCopy(copy.epoch);
		const isOlder = copy.version !== null && copy.version < version;
		copy.seat = seat;
		if (copy.epoch === null) {
			copy.epoch = epoch;
			// Who only reads keeps nothing: there is nothing of theirs to lose.
			if (!this.#apart && seat !== 'read') void this.#device.keep(copy, epoch);
		}
		// What cannot be sent now must not be sent by itself later: who writes again decides about it. Nor what was
		// written to a text that others have read as a version since. The server has not asked for our changes yet.
		if (copy.unsent && (seat !== 'write' || isOlder)) return this.#replaceCopy(copy.epoch);
		copy.version = version;
		// While a copy is set apart, the device still holds it under the version that it was written to.
		if (!this.#apart) void this.#device.remember(version);
		this.#changed();
	}

	#ended(code: number): void {
		if (code === closeCodes.olderEpoch) return this.#replaceCopy(this.#copy.epoch);
		this.#refused = code;
		this.#changed();
	}

	/** Sets what stands here apart, and begins with an empty document that takes the server's text. */
	#replaceCopy(epoch: number | null): void {
		const before = this.#copy;
		this.#apart ??= { update: Y.encodeStateAsUpdate(before.doc), epoch };
		this.#shared = null;
		this.#copy = this.#newCopy();
		before.close();
		this.#connect();
		this.#changed();
	}

	/** The server's text is here: keeps apart what it lacks, if anything, and goes on with it. */
	async #compare(apart: Apart): Promise<void> {
		const { doc, epoch } = this.#copy;
		if (this.#isComparing || epoch === null) return;
		this.#isComparing = true;
		if (lacks(doc, apart, epoch)) await this.#device.setAside(apart);
		this.#apart = null;
		this.#isComparing = false;
		if (!this.#isClosed && this.#copy.seat !== 'read') await this.#device.keep(this.#copy, epoch);
		if (this.#copy.version !== null) await this.#device.remember(this.#copy.version);
		this.#changed();
	}

	#changed(): void {
		if (this.#isClosed) return;
		if (this.#apart && this.#copy.synced) void this.#compare(this.#apart);
		if (this.#isAsideSent && !this.#copy.unsent && this.#copy.connected) void this.dropAside();
		this.#state = this.#derive();
		for (const listener of this.#listeners) listener(this.#state);
	}

	#derive(): DocumentState {
		const copy = this.#copy;
		const isRefused = this.#refused !== null;
		const isReady = copy.hasContent && !this.#apart;
		return {
			save: this.#refused === null ? (isReady ? copy.save : openingOr(copy)) : { is: 'refused', code: this.#refused },
			connected: copy.connected,
			keeps: this.#device.keeps,
			seat: copy.seat,
			editable: isReady && !isRefused && (copy.seat ?? 'write') === 'write',
			shared: isReady ? this.#sharedOf(copy) : null,
			aside: this.#asideOf(this.#device.aside),
			others: othersIn(copy.awareness, this.#options.personId)
		};
	}

	/** The same object for the same document, so that an editor stays. */
	#sharedOf({ doc, awareness }: TextCopy): SharedText | null {
		if (awareness && this.#shared?.doc !== doc) this.#shared = { doc, awareness };
		return this.#shared;
	}

	#asideOf(apart: Apart | null): Aside | null {
		if (!apart) return null;
		if (this.#aside?.of !== apart) this.#aside = { of: apart, text: textOf(apart.update) };
		return { text: this.#aside.text, sendable: this.#isSendable(apart) };
	}

	#isSendable({ epoch }: Apart): boolean {
		const copy = this.#copy;
		return copy.seat === 'write' && epoch !== null && copy.epoch === epoch && !this.#apart && copy.hasContent;
	}
}

function openingOr(copy: TextCopy): SaveState {
	return copy.save.is === 'read-only' ? copy.save : { is: 'opening' };
}

/** Whether the update says something that is not in the document. Documents of two epochs have nothing else in common. */
function lacks(doc: Y.Doc, apart: Apart, epoch: number): boolean {
	if (apart.epoch === epoch && Y.snapshotContainsUpdate(Y.snapshot(doc), apart.update)) return false;
	// Typed and taken back: there is something, and it says nothing.
	return JSON.stringify(textOf(apart.update)) !== JSON.stringify(richTextOf(doc.getXmlFragment('default')));
}

function textOf(update: Uint8Array): RichDocument {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, update);
	const text = richTextOf(doc.getXmlFragment('default'));
	doc.destroy();
	return text;
}

function addressOfThePage(): string {
	return `${location.protocol === 'https:' ? 'wss:' : 'ws:'}//${location.host}/proposals`;
}

function wakesOfThePage(wake: () => void): () => void {
	const visible = () => document.visibilityState === 'visible' && wake();
	window.addEventListener('pageshow', wake);
	window.addEventListener('online', wake);
	document.addEventListener('visibilitychange', visible);
	return () => {
		window.removeEventListener('pageshow', wake);
		window.removeEventListener('online', wake);
		document.removeEventListener('visibilitychange', visible);
	};
}
