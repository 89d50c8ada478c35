import { locale } from '#lib/messages/messages.ts';

/** Hours and minutes in the forum's time zone, in the reader's language. */
export function shortTime(at: number, timeZone: string): string {
	return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone }).format(at);
}

/** A day written out, from `2024-09-10`. */
export function longDay(day: string): string {
	return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}
