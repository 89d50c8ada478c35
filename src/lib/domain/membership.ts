import { reject, type Context, type Refusal } from './command.ts';
import type { Id } from './ids.ts';

/**
 * Why this workshop says nothing about this person, or null: its facilitator vouches for those who are in it and removes
 * only them, and nobody removes who runs it, since they could not be readmitted.
 */
export function refusedAbout(context: Pick<Context, 'knowsAll' | 'roleHere'>, personId: Id): Refusal | null {
	if (!context.knowsAll) return null;
	const role = context.roleHere(personId);
	if (role === 'delegate') return null;
	return role === 'moderator'
		? reject('person-moderates', 'This person runs the workshop or the forum. This is for delegates only.')
		: reject('person-unknown', 'This person is not in this workshop.');
}
