import { defaultConfirmByDay, defaultRetentionDay } from '#lib/protocol/forum-days.ts';
import type { Forum, ForumRequest } from '#lib/protocol/rest.ts';

/** What the organiser's form holds; every day is ISO 8601 or empty. */
export type ForumDraft = {
	name: string;
	place: string;
	firstDay: string;
	lastDay: string;
	timeZone: string;
	languages: string[];
	controller: string;
	privacyNotice: string;
	confirmByDay: string;
	retentionDay: string;
};
export type ForumField = keyof ForumDraft;

/** The forum as it is, or an empty form in the organiser's own time zone and language. */
export function forumDraft(forum: Forum | null, timeZone: string, language: string): ForumDraft {
	if (forum) {
		const { id: _id, languages, ...facts } = forum;
		return { ...facts, languages: [...languages] };
	}
	const empty = { name: '', place: '', firstDay: '', lastDay: '', controller: '', privacyNotice: '' };
	return { ...empty, timeZone, languages: [language], confirmByDay: '', retentionDay: '' };
}

/**
 * The two days that follow from the last one, when it has changed from `before`: 14 days and six months later. A day that
 * the organiser has chosen stays.
 */
export function followingDays(draft: ForumDraft, before: string): Pick<ForumDraft, 'confirmByDay' | 'retentionDay'> {
	const { lastDay, confirmByDay, retentionDay } = draft;
	if (lastDay === '') return { confirmByDay, retentionDay };
	const untouched = (day: string, proposed: (last: string) => string) =>
		day === '' || (before !== '' && day === proposed(before));
	return {
		confirmByDay: untouched(confirmByDay, defaultConfirmByDay) ? defaultConfirmByDay(lastDay) : confirmByDay,
		retentionDay: untouched(retentionDay, defaultRetentionDay) ? defaultRetentionDay(lastDay) : retentionDay
	};
}

const needed: readonly ForumField[] = [
	'name',
	'place',
	'firstDay',
	'lastDay',
	'timeZone',
	'languages',
	'controller',
	'privacyNotice',
	'retentionDay'
];

/** Fields that still say nothing, in the order of the form. */
export function missingFields(draft: ForumDraft): readonly ForumField[] {
	return needed.filter((field) => {
		const value = draft[field];
		return typeof value === 'string' ? value.trim() === '' : value.length === 0;
	});
}

/** The draft as the server takes it; an empty confirm-by day is left to the server. */
export function forumRequest(draft: ForumDraft): ForumRequest {
	const { confirmByDay, ...rest } = draft;
	return { ...rest, ...(confirmByDay !== '' && { confirmByDay }) };
}
