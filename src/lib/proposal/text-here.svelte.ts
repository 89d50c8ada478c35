import { untrack } from 'svelte';
import type { DocumentState } from './document-state.ts';
import type { DocumentOptions, ProposalDocument } from './proposal-document.ts';

/** The text of a proposal on a page: loaded when it is needed, with all that carries it. */
export class TextHere {
	document: ProposalDocument | null = $state.raw(null);
	state: DocumentState | null = $state.raw(null);
	/** The page could not fetch the editor's parts: the network is away. */
	failed = $state(false);
	#closed = false;
	#opening = false;
	#wanted: DocumentOptions | null = null;

	/** Opens it once; further calls do nothing, unless the first could not be loaded. */
	async open(options: DocumentOptions): Promise<void> {
		if (this.#opening || this.#closed) return;
		this.#opening = true;
		this.#wanted = options;
		this.failed = false;
		try {
			const { ProposalDocument } = await import('./proposal-document.ts');
			if (this.#closed) return;
			const document = ProposalDocument.open(options);
			this.document = document;
			// Also while the page is being drawn anew: an editor that is taken away while it has the focus says so at once.
			document.subscribe((state) => untrack(() => (this.state = state)));
		} catch {
			// Said on the page by `failed`, with a button that tries again.
			this.failed = true;
			this.#opening = false;
		}
	}

	/** After `failed`. */
	retry(): void {
		if (this.failed && this.#wanted) void this.open(this.#wanted);
	}

	close(): void {
		this.#closed = true;
		this.document?.close();
	}
}
