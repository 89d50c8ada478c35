import type { Forum, WorkshopRequest, WorkshopRow } from '#lib/protocol/rest.ts';

/** What the form of a workshop begins with; a new one lasts from 9:30 to 11:00 of the forum's first day, in its first language. */
export function workshopDraft(
	workshop: WorkshopRow | null,
	forum: Pick<Forum, 'firstDay' | 'languages'> | null,
	language: string
): { -readonly [Key in keyof WorkshopRequest]: string } {
	if (workshop) {
		const { title, room, startsLocal, endsLocal } = workshop;
		return { title, room, startsLocal, endsLocal, language: workshop.language };
	}
	const day = forum?.firstDay ?? '';
	return {
		title: '',
		room: '',
		startsLocal: day && `${day}T09:30`,
		endsLocal: day && `${day}T11:00`,
		language: forum?.languages[0] ?? language
	};
}
