import { browserStorage } from './browser-storage.ts';

/** What a reader may choose; `device` follows the device's own wish for dark or for contrast. */
export const themeChoices = ['device', 'light', 'dark', 'contrast'] as const;
export type ThemeChoice = (typeof themeChoices)[number];

const key = 'theme';

/** The choice kept in this browser; `device` when there is none, or when the browser keeps nothing for us. */
export function readThemeChoice(): ThemeChoice {
	const kept = browserStorage()?.getItem(key);
	return themeChoices.find((choice) => choice === kept) ?? 'device';
}

/** Keeps the choice and applies it at once; the first-paint script of app.html listens and does the applying. */
export function chooseTheme(choice: ThemeChoice): void {
	if (choice === 'device') browserStorage()?.removeItem(key);
	else browserStorage()?.setItem(key, choice);
	window.dispatchEvent(new CustomEvent('themechoice', { detail: choice === 'device' ? null : choice }));
}
