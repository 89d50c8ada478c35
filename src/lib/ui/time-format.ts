/**
 * time: 14:12. day: 30 Sept. date: 12 March 2025. moment: 30 Sept., 14:12. weekday: Tuesday 10 September.
 * Always the 24 hours of a European timetable, in the reader's language.
 */
export type TimeForm = 'time' | 'day' | 'date' | 'moment' | 'weekday';

const shapes: Readonly<Record<TimeForm, Intl.DateTimeFormatOptions>> = {
	time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
	day: { day: 'numeric', month: 'short' },
	date: { day: 'numeric', month: 'long', year: 'numeric' },
	moment: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
	weekday: { weekday: 'long', day: 'numeric', month: 'long' }
};

const formats = new Map<string, Intl.DateTimeFormat>();

/** `at` in milliseconds since 1970; `zone` an IANA name such as Europe/Paris, the device's own when left out. */
export function formatTime(at: number, form: TimeForm, language: string, zone?: string): string {
	const key = `${form} ${language} ${zone ?? ''}`;
	let format = formats.get(key);
	if (!format) {
		format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { ...shapes[form], timeZone: zone });
		formats.set(key, format);
	}
	return format.format(at);
}
