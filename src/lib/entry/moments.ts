import { locale } from '#lib/messages/messages.ts';

/** English as Europe writes it: the day first, and twenty-four hours. */
const written = () => (locale === 'en' ? 'en-GB' : locale);

/** Hours and minutes in the forum's time zone, in the reader's language. */
export function shortTime(at: number, timeZone: string): string {
	return new Intl.DateTimeFormat(written(), { hour: '2-digit', minute: '2-digit', timeZone }).format(at);
}

/** A day written out, from `2024-09-10`. */
export function longDay(day: string): string {
	return new Intl.DateTimeFormat(written(), { dateStyle: 'long', timeZone: 'UTC' }).format(
		new Date(`${day}T00:00:00Z`)
	);
}
