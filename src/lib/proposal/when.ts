import { locale } from '#lib/messages/messages.ts';
import { formatTime } from '#lib/ui/time-format.ts';

function dayIn(zone: string | undefined, at: number): string {
	return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
		at
	);
}

/** A moment in the forum's time: its hour today, otherwise its day and hour. In milliseconds since 1970. */
export function whenWords(at: number, now: number, zone: string | undefined): string {
	return formatTime(at, dayIn(zone, at) === dayIn(zone, now) ? 'time' : 'moment', locale, zone);
}

/** A moment in the forum's time with its whole date, for what is read later, and on paper. In milliseconds since 1970. */
export function datedWords(at: number, zone: string | undefined): string {
	return `${dayWords(dayIn(zone, at), 'long')}, ${formatTime(at, 'time', locale, zone)}`;
}

/** The day at a moment, as `<input type="date">` and the domain write it: `2024-09-12`. */
export function dayOf(at: number, zone: string | undefined): string {
	return dayIn(zone, at);
}

/** A day without a time in words; `short` leaves out the year. */
export function dayWords(day: string, form: 'short' | 'long'): string {
	return formatTime(Date.parse(`${day}T12:00:00Z`), form === 'short' ? 'day' : 'date', locale, 'UTC');
}
