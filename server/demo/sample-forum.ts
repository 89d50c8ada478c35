import type { Forum } from '#lib/protocol/rest.ts';

/**
 * The demonstration forum. Its days are those of 2024; the last day for confirmations and the retention date are missing,
 * because they must lie ahead of the day on which the demonstration is made, or nothing could be tried.
 */
export const sampleForum: Omit<Forum, 'id' | 'confirmByDay' | 'retentionDay'> = {
	name: 'Forum on Vocational Excellence',
	place: 'Lyon',
	firstDay: '2024-09-10',
	lastDay: '2024-09-12',
	timeZone: 'Europe/Paris',
	languages: ['en', 'fr'],
	controller: 'Sample Agency Lyon',
	privacyNotice:
		'This is a demonstration. All people, cards and partnerships in it are invented.\n' +
		'What you write is kept on this computer only. People who join the demonstration see your name and your cards.\n' +
		'Nothing is sent anywhere else. Delete the data folder, and everything is gone.'
};
