let followers = 0;

/**
 * Keeps `--visible-height` and `--visible-top` on <html> equal to the part of the view that the phone's keyboard leaves
 * free, for browsers that lay the keyboard over the page (Safari; Chrome before 108). Returns the function that stops it.
 */
export function followVisibleHeight(): () => void {
	const view = window.visualViewport;
	if (!view) return () => {};
	followers += 1;
	const root = document.documentElement.style;
	const follow = () => {
		root.setProperty('--visible-height', `${view.height}px`);
		root.setProperty('--visible-top', `${view.offsetTop}px`);
	};
	follow();
	view.addEventListener('resize', follow);
	view.addEventListener('scroll', follow);
	return () => {
		view.removeEventListener('resize', follow);
		view.removeEventListener('scroll', follow);
		// A dialog that closes leaves it to the bar that still follows.
		if (--followers > 0) return;
		root.removeProperty('--visible-height');
		root.removeProperty('--visible-top');
	};
}
