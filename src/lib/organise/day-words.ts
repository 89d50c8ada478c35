import { formatTime } from '#lib/ui/time-format.ts';

/** An ISO day in the reader's words, `12 March 2025`, the same in every time zone. */
export function dayWords(day: string, language: string): string {
	return formatTime(Date.parse(`${day}T12:00:00Z`), 'date', language, 'UTC');
}
