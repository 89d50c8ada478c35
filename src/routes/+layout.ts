import { browser } from '$app/environment';
import { areasOf } from '#lib/messages/areas.ts';
import { isLocale, loadMessages } from '#lib/messages/messages.ts';
import { readerLanguage } from '#lib/messages/reader-language.ts';

export async function load({ params, route }: { params: { lang?: string }; route: { id: string | null } }) {
	const language = browser ? readerLanguage() : isLocale(params.lang) ? params.lang : 'en';
	await loadMessages(language, areasOf(route.id));
	if (browser) document.documentElement.lang = language;
	return { language };
}
