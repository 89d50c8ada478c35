import { isLocale, type Locale } from './messages.ts';

/** The language of the page that the server chose, else the reader's own choice, else what the browser asks for. */
export function readerLanguage(): Locale {
	const served = document.querySelector<HTMLMetaElement>('meta[name="page-language"]')?.content;
	if (isLocale(served)) return served;
	const chosen = /(?:^|; )lang=([a-z]{2})(?=;|$)/.exec(document.cookie)?.[1];
	if (isLocale(chosen)) return chosen;
	return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLocale) ?? 'en';
}

/** Keeps the choice on this device and loads the page anew in it; the address stays free of it. */
export function chooseLanguage(wanted: Locale): void {
	document.cookie = `lang=${wanted}; path=/; max-age=31536000; SameSite=Lax`;
	location.reload();
}
