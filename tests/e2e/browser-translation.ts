import { expect, type Page } from '@playwright/test';

declare global {
	interface Window {
		/** In the page: words that a translation kept from the reader since the page was loaded. */
		lostWords?: string[];
	}
}

/**
 * In the page: does what a browser's translation does. Each text node is taken out and its words stand in two nested
 * font elements in its place, now and whenever the page changes. What it was asked to leave alone it leaves alone.
 */
function translateAlways(): void {
	const lost: string[] = [];
	window.lostWords = lost;
	const taken = new WeakMap<Node, HTMLElement>();
	// What the page still writes into a text that was taken out, nobody reads; what it takes away stays.
	const value = Object.getOwnPropertyDescriptor(Node.prototype, 'nodeValue');
	Object.defineProperty(Node.prototype, 'nodeValue', {
		...value,
		set(this: Node, words: string) {
			if (taken.get(this)?.isConnected) lost.push(`“${this.nodeValue}” does not become “${words}”`);
			value?.set?.call(this, words);
		}
	});
	const descriptor = Object.getOwnPropertyDescriptor(CharacterData.prototype, 'remove');
	const remove = descriptor?.value as (this: CharacterData) => void;
	Object.defineProperty(CharacterData.prototype, 'remove', {
		...descriptor,
		value(this: CharacterData) {
			const place = taken.get(this);
			queueMicrotask(() => place?.isConnected && lost.push(`“${this.data}” does not go`));
			remove.call(this);
		}
	});
	const leave = 'script, style, noscript, textarea, svg, font, [translate=no]';
	const wants = (text: Node) => /\p{L}/u.test(text.nodeValue ?? '') && text.parentElement?.closest(leave) === null;
	function translate(root: Node): void {
		if (!root.isConnected) return;
		const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
		const texts = root instanceof Text ? [root] : [];
		while (walker.nextNode()) if (walker.currentNode instanceof Text) texts.push(walker.currentNode);
		for (const text of texts.filter(wants)) {
			const outer = document.createElement('font');
			const inner = document.createElement('font');
			inner.textContent = `${text.data}\u00a0✓`;
			outer.append(inner);
			text.replaceWith(outer);
			taken.set(text, outer);
		}
	}
	const observer = new MutationObserver((changes) => {
		for (const { type, target, addedNodes } of changes) {
			if (type === 'characterData') translate(target);
			else for (const node of addedNodes) translate(node);
		}
	});
	document.addEventListener('DOMContentLoaded', () => {
		translate(document.body);
		observer.observe(document.body, { subtree: true, childList: true, characterData: true });
	});
}

/** From its next page on the browser translates; `expectUnbroken` looks back at what the pages complained of. */
export async function translated(page: Page): Promise<{ readonly expectUnbroken: () => Promise<void> }> {
	const faults: string[] = [];
	page.on('pageerror', (error) => faults.push(error.stack ?? error.message));
	await page.addInitScript(translateAlways);
	return {
		expectUnbroken: async () => {
			await expect(page.locator('font').first(), 'the page was translated').toBeAttached();
			expect(faults).toEqual([]);
			expect(await page.evaluate(() => window.lostWords)).toEqual([]);
		}
	};
}
