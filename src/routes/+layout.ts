import { browser } from '$app/environment';
import { areasOf } from '#lib/messages/areas.ts';
import { isLocale, loadMessages, loadRefusals } from '#lib/messages/messages.ts';
import { readerLanguage } from '#lib/messages/reader-language.ts';

/** Milliseconds after which nothing of the first view is on its way any more. */
const calm = 3000;

export async function load({ params, route }: { params: { lang?: string }; route: { id: string | null } }) {
	const language = browser ? readerLanguage() : isLocale(params.lang) ? params.lang : 'en';
	await loadMessages(language, areasOf(route.id));
	if (browser) {
		document.documentElement.lang = language;
		// A refusal may have to be said when the network is gone.
		setTimeout(() => void loadRefusals(), calm);
	}
	return { language };
}
