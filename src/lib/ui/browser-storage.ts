/** The browser's own store; nothing where it is blocked by the settings, and nothing while a page is built on the server. */
export function browserStorage(): Storage | undefined {
	if (typeof window === 'undefined') return undefined;
	try {
		return window.localStorage;
	} catch {
		// Reading the property itself throws where cookies are blocked. Choices then last as long as the page.
		return undefined;
	}
}

/** Takes away everything that is kept for somebody: every entry whose name holds this word. */
export function forgetKept(storage: Storage | undefined, word: string): void {
	if (!storage || word === '') return;
	for (const key of Object.keys(storage)) if (key.includes(word)) storage.removeItem(key);
}
