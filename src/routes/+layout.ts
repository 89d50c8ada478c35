import { browser } from '$app/environment';
import { isLocale, loadMessages } from '#lib/messages/messages.ts';
import { readerLanguage } from '#lib/messages/reader-language.ts';

export async function load({ params }: { params: { lang?: string } }) {
	const language = browser ? readerLanguage() : isLocale(params.lang) ? params.lang : 'en';
	await loadMessages(language);
	if (browser) document.documentElement.lang = language;
	return { language };
}
