import type { Attachment } from 'svelte/attachments';

/** A step of the type scale, largest first in every list. */
export type TypeStep = 't8' | 't7' | 't6' | 't5' | 't4' | 't3' | 't2';

/**
 * Sets the custom property `--fit` of an element to the largest step at which its content neither overflows it nor breaks
 * a word; inside, the words that may shrink use it as their font size. At the last step words may break.
 * @param steps of the type scale, largest first
 * @param content whatever the size depends on: a change fits anew
 */
export function fitted(steps: readonly TypeStep[], content: unknown): Attachment<HTMLElement> {
	return (element) => {
		void content;
		const fits = () =>
			element.scrollHeight <= element.clientHeight + 1 &&
			[element, ...element.querySelectorAll<HTMLElement>('[data-fit]')].every(
				(part) => part.scrollWidth <= part.clientWidth + 1
			);
		const fit = () => {
			element.style.setProperty('overflow-wrap', 'normal');
			element.style.setProperty('hyphens', 'manual');
			for (const step of steps) {
				element.style.setProperty('--fit', `var(--${step})`);
				if (fits()) return;
			}
			element.style.setProperty('overflow-wrap', 'anywhere');
			element.style.setProperty('hyphens', 'auto');
		};
		const observer = new ResizeObserver(fit);
		observer.observe(element);
		fit();
		return () => observer.disconnect();
	};
}
