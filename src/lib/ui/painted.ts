/** A page that nobody looks at paints nothing; after so many milliseconds it counts as painted. */
const unseenMs = 200;

/** Resolves when what was drawn so far is on the screen. */
export function painted(): Promise<void> {
	return new Promise((resolve) => {
		requestAnimationFrame(() => setTimeout(resolve));
		setTimeout(resolve, unseenMs);
	});
}
