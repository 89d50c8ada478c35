/**
 * Keeps the computer of a projector awake while the page is in view, where the browser can; plain http cannot.
 * @returns a function that lets it sleep again
 */
export function keepAwake(): () => void {
	const wakeLock = (navigator as Partial<Pick<Navigator, 'wakeLock'>>).wakeLock;
	if (!wakeLock) return () => {};
	let held: WakeLockSentinel | null = null;
	let over = false;
	const hold = () => {
		if (over || document.visibilityState !== 'visible' || (held && !held.released)) return;
		wakeLock.request('screen').then(
			(sentinel) => {
				held = sentinel;
				if (over) void sentinel.release();
			},
			// A low battery or a policy refuses: the screen works all the same, it may only fall asleep.
			() => (held = null)
		);
	};
	hold();
	document.addEventListener('visibilitychange', hold);
	return () => {
		over = true;
		document.removeEventListener('visibilitychange', hold);
		void held?.release();
	};
}
