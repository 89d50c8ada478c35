import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import html from '../../../src/app.html?raw';
import { chooseTheme, readThemeChoice } from '#lib/ui/theme.ts';

const root = document.documentElement;

/** Runs the first-paint script of app.html in this page, as the browser does before it draws anything. */
function paint(): void {
	const page = new DOMParser().parseFromString(html, 'text/html');
	const source = page.querySelector('script')?.textContent ?? '';
	if (!document.querySelector('meta[name=theme-color]')) {
		document.head.append(page.querySelector('meta[name=theme-color]') ?? '');
	}
	const script = document.createElement('script');
	script.textContent = source;
	document.head.append(script);
	script.remove();
}

const theme = () => root.getAttribute('data-theme');

beforeEach(() => {
	localStorage.removeItem('theme');
	root.removeAttribute('data-theme');
});
afterEach(() => {
	localStorage.removeItem('theme');
	root.setAttribute('data-theme', 'light');
	root.lang = 'en';
	document.cookie = 'lang=; max-age=0; path=/';
});

describe('before the first paint', () => {
	test('the page has the theme that the reader chose earlier', () => {
		localStorage.setItem('theme', 'contrast');
		paint();
		expect(theme()).toBe('contrast');
	});

	test('without a choice it has the device’s theme', () => {
		paint();
		const dark = matchMedia('(prefers-color-scheme: dark)').matches;
		expect(theme()).toBe(dark ? 'dark' : 'light');
	});

	test('a choice that this version does not know is no choice', () => {
		localStorage.setItem('theme', 'sepia');
		paint();
		expect(['light', 'dark']).toContain(theme());
	});

	test('the page has the language of the cookie', () => {
		document.cookie = 'lang=fr; path=/';
		paint();
		expect(root.lang).toBe('fr');
	});

	test('the script stands before the place where the policy of the build begins', () => {
		expect(html.indexOf('<script>')).toBeLessThan(html.indexOf('%sveltekit.head%'));
		expect(html).not.toContain('style=');
	});
});

test('choosing a theme applies it at once and keeps it', () => {
	paint();
	chooseTheme('dark');
	expect(theme()).toBe('dark');
	expect(readThemeChoice()).toBe('dark');
	chooseTheme('device');
	expect(['light', 'contrast', 'dark']).toContain(theme());
	expect(localStorage.getItem('theme')).toBeNull();
	expect(readThemeChoice()).toBe('device');
});

describe('a page whose code hangs', () => {
	const notice = () => document.getElementById('not-loaded') as HTMLElement;
	/** Opens the page as it comes from the server; its code does not come. */
	function open(): void {
		document.getElementById('not-loaded')?.remove();
		root.removeAttribute('data-started');
		document.body.append(new DOMParser().parseFromString(html, 'text/html').getElementById('not-loaded') ?? '');
		paint();
	}
	beforeEach(() => void vi.useFakeTimers());
	afterEach(() => {
		vi.useRealTimers();
		notice().remove();
		root.removeAttribute('data-started');
	});

	test('says so after fifteen seconds, with the button that loads it again', () => {
		document.cookie = 'lang=en; path=/';
		open();
		vi.advanceTimersByTime(14_999);
		expect(notice().hidden).toBe(true);
		vi.advanceTimersByTime(1);
		expect(notice().hidden).toBe(false);
		expect(notice().innerText).toBe('This page did not load completely.\n\nLoad it again');
	});

	test('says nothing when the code has come by then', () => {
		open();
		dispatchEvent(new Event('started'));
		vi.advanceTimersByTime(60_000);
		expect(notice().hidden).toBe(true);
	});
});
