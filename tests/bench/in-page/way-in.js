// Runs in the page before anything of it: notes, on the page's own clock, when the way in could be used and what it led to.
const marks = { usable: 0, submitted: 0, painted: 0 };
Object.assign(window, { wayIn: marks });
/** What the measuring program waits for, put into the window by it. */
const told = /** @type {{ formUsable(): void, cardsPainted(): void }} */ (/** @type {unknown} */ (window));

/**
 * A field whose code runs takes the key for its list; one that was only drawn lets it pass.
 * @param {Element} field
 */
function answersKeys(field) {
	return !field.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }));
}

function look() {
	if (marks.usable === 0) {
		const field = document.querySelector('input[role=combobox]');
		if (field && answersKeys(field)) {
			marks.usable = performance.now();
			told.formUsable();
		}
	}
	const cards = location.pathname.startsWith('/board/') ? document.querySelectorAll('main li h3').length : 0;
	// The frame that is being made now shows them; it is on screen when the next task begins.
	if (cards >= 10) setTimeout(painted);
	else requestAnimationFrame(look);
}

function painted() {
	marks.painted = performance.now();
	told.cardsPainted();
}
addEventListener('submit', () => (marks.submitted = performance.now()), true);
requestAnimationFrame(look);
