import { followVisibleHeight } from './visible-height.ts';

const reachable =
	'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), summary, [tabindex]:not([tabindex="-1"]), [contenteditable="true"]';

let openModals = 0;

/** Tab stays inside. Only for browsers that lack showModal, where the page behind is not inert. */
export function keepTabInside(dialog: HTMLElement, event: KeyboardEvent): void {
	if (event.key !== 'Tab') return;
	const stops = [...dialog.querySelectorAll<HTMLElement>(reachable)].filter((stop) => stop.getClientRects().length > 0);
	const first = stops[0];
	const last = stops[stops.length - 1];
	if (!first || !last) return event.preventDefault();
	const here = document.activeElement;
	if (event.shiftKey && (here === first || here === dialog)) {
		event.preventDefault();
		last.focus();
	} else if (!event.shiftKey && here === last) {
		event.preventDefault();
		first.focus();
	}
}

/** Whether this browser has the modal <dialog> (Safari 15.0 to 15.3 do not). */
export function hasNativeModal(): boolean {
	return typeof HTMLDialogElement === 'function' && typeof HTMLDialogElement.prototype.showModal === 'function';
}

/**
 * Shows the element above everything and moves the focus into it: to `[autofocus]`, or else to the dialog itself, so
 * that a phone's keyboard does not cover what is to be read first. Returns the function that undoes it and gives the
 * focus back to where it was.
 */
export function showModal(dialog: HTMLElement, returnTo?: HTMLElement): () => void {
	const opener = returnTo ?? (document.activeElement instanceof HTMLElement ? document.activeElement : undefined);
	const native = hasNativeModal() && dialog instanceof HTMLDialogElement;
	if (native) dialog.showModal();
	else dialog.setAttribute('open', '');
	(dialog.querySelector<HTMLElement>('[autofocus]') ?? dialog).focus({ preventScroll: true });
	openModals += 1;
	document.documentElement.classList.add('dialog-open');
	const stopFollowing = followVisibleHeight();
	return () => {
		stopFollowing();
		openModals -= 1;
		if (openModals === 0) document.documentElement.classList.remove('dialog-open');
		if (native && dialog.open) dialog.close();
		if (opener?.isConnected) opener.focus({ preventScroll: true });
	};
}
