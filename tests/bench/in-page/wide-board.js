// Runs in the page before anything of it: notes when the frames with new cards come in, when those cards are on screen,
// and how long the page was busy at a stretch.
/** @type {Map<string, number>} */
const awaited = new Map();
/** @type {Record<'paintMs' | 'busyMs' | 'keyMs', number[]>} */
const figures = { paintMs: [], busyMs: [], keyMs: [] };
Object.assign(window, { wideBoard: figures });

/** Socket.io's, with a listener that hears each message before the page does. */
window.WebSocket = class extends WebSocket {
	/** @param {ConstructorParameters<typeof WebSocket>} words */
	constructor(...words) {
		super(...words);
		this.addEventListener('message', ({ data }) => {
			for (const [title] of String(data).matchAll(/Measured card \d+\./g)) awaited.set(title, performance.now());
		});
	}
};

function look() {
	for (const [title, at] of awaited) {
		// Newest first: it stands in the first row of its lane.
		const link = [...document.querySelectorAll('main li:first-child h3 a')].find((one) => one.textContent === title);
		if (!link) continue;
		awaited.delete(title);
		// The frame that is being made now shows it; it is on screen when the next task begins.
		setTimeout(() => figures.paintMs.push(performance.now() - at));
	}
	requestAnimationFrame(look);
}
requestAnimationFrame(look);
// A task of less than 50 ms is not told.
new PerformanceObserver((list) => figures.busyMs.push(...list.getEntries().map((one) => one.duration))).observe({
	type: 'longtask'
});
// From the key to the frame that shows what it did.
const keys = /** @type {PerformanceObserverInit} */ ({ type: 'event', durationThreshold: 16 });
new PerformanceObserver((list) => figures.keyMs.push(...list.getEntries().map((one) => one.duration))).observe(keys);
