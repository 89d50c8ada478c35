import { daysAfter } from '#lib/protocol/forum-days.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(timeZone: string): Intl.DateTimeFormat {
	const known = formats.get(timeZone);
	if (known) return known;
	// Swedish writes 2024-09-10 09:30.
	const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
	formats.set(timeZone, format);
	return format;
}

export function isTimeZone(name: string): boolean {
	try {
		return formatFor(name) !== undefined;
	} catch (cause) {
		if (cause instanceof RangeError) return false;
		throw cause;
	}
}

/** The wall clock of a time zone at an instant (milliseconds since 1970), as `2024-09-10T09:30`. */
export function localTime(instant: number, timeZone: string): string {
	return formatFor(timeZone).format(instant).replace(' ', 'T');
}

/**
 * The instant (milliseconds since 1970) at which a time zone's wall clock shows `2024-09-10T09:30`. A time that the clock
 * shows twice is its first, one that it leaves out is the time after the change.
 */
export function instantOf(local: string, timeZone: string): number {
	const asUtc = Date.parse(`${local}Z`);
	const offsetAt = (instant: number) => Date.parse(`${localTime(instant, timeZone)}Z`) - instant;
	// A day away from it on either side: one of the two offsets holds at the moment itself.
	const [before, after] = [offsetAt(asUtc - dayMs), offsetAt(asUtc + dayMs)];
	const candidates = [asUtc - before, asUtc - after].sort((a, b) => a - b);
	return candidates.find((instant) => localTime(instant, timeZone) === local) ?? asUtc - before;
}

const dayMs = 24 * 60 * 60 * 1000;

/** The last millisecond of a day in a time zone. */
export function endOfDay(day: string, timeZone: string): number {
	return instantOf(`${daysAfter(day, 1)}T00:00`, timeZone) - 1;
}
