import type { BoardNotices } from './board-notices.ts';
import type { Clock } from './chance.ts';
import type { Directory } from './directory.ts';
import { localTime } from './zoned-time.ts';

/**
 * Keeps what the join page promises: once the forum's retention day is over, in its time zone, everybody who came is
 * forgotten. The log names the forum as who erased. Organisers stay, or nobody could open the lists.
 * @returns how many were forgotten now
 * @throws when somebody could not be forgotten; whoever is left is tried again the next time
 */
export async function keepRetention(directory: Directory, notices: BoardNotices, now: Clock): Promise<number> {
	const forum = directory.forum.get();
	if (!forum || localTime(now(), forum.timeZone).slice(0, 10) <= forum.retentionDay) return 0;
	const people = directory.people.all().filter((person) => !person.organiser);
	for (const { id } of people) await notices.forget(id, forum.id);
	return people.length;
}
