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
