import { emptyBoard, type Board } from '#lib/domain/board.ts';
import type { Actor, BoardEvent, CentreFacts, Command, Context, Decision, NewEvent } from '#lib/domain/command.ts';
import { decide } from '#lib/domain/decide.ts';
import { evolve } from '#lib/domain/evolve.ts';
import type { Id } from '#lib/domain/ids.ts';
import { createHash } from 'node:crypto';

/** An id that reads well in a failing test: `id('card 1')`. */
export function id(name: string): Id {
	const readable = name.toLowerCase().replace(/[^0-9a-z]/g, '');
	return (readable + createHash('md5').update(name).digest('hex')).slice(0, 20);
}

const centres: Record<string, Partial<CentreFacts>> = {
	tampere: { name: 'Sample Tampere', country: 'FI', kind: 'vet-provider', networkIds: [id('hydrogen')] },
	lyon: { name: 'Sample Lyon', country: 'FR', kind: 'vet-provider' },
	plovdiv: { name: 'Sample Plovdiv', country: 'BG', kind: 'enterprise' },
	nowhere: { name: 'Sample Nowhere', country: null, kind: null },
	hydrogen: { name: 'Sample H2 network', isNetwork: true, country: null, kind: null }
};
export const centreNames = ['tampere', 'lyon', 'plovdiv', 'nowhere'] as const;
const factsById = new Map(
	Object.entries(centres).map(([name, facts]): [Id, CentreFacts] => [
		id(name),
		{ id: id(name), isNetwork: false, name, country: null, kind: null, networkIds: [], ...facts }
	])
);

export function delegate(name: string, centre: string, verified = true): Actor {
	return { personId: id(name), centreId: id(centre), role: 'delegate', verified };
}
export const paivi = delegate('päivi', 'tampere');
export const guest = delegate('guest', 'tampere', false);
/** A colleague of Päivi who comes when the golden log's guest has been verified and forgotten. */
export const nils = delegate('nils', 'tampere', false);
export const amelie = delegate('amélie', 'lyon');
export const gergana = delegate('gergana', 'plovdiv');
export const facilitator: Actor = {
	personId: id('fatou'),
	centreId: null,
	role: 'facilitator',
	verified: false
};
export const organiser: Actor = {
	personId: id('olga'),
	centreId: null,
	role: 'organiser',
	verified: false
};
export const screen: Actor = { personId: id('screen'), centreId: null, role: 'screen', verified: false };
export const people = [paivi, guest, amelie, gergana, facilitator, organiser, nils];

export const confirmBy = 10_000_000;

export function contextOf(actor: Actor, now: number, frozenText: unknown = { type: 'doc', content: [] }): Context {
	return {
		actor,
		now,
		forum: { confirmBy },
		centre: (one) => factsById.get(one),
		person: (one) => {
			const person = people.find(({ personId }) => personId === one);
			return person && { centreId: person.centreId, verified: person.verified };
		},
		roleHere: (one) => {
			const person = people.find(({ personId }) => personId === one);
			if (!person) return null;
			return person.role === 'delegate' ? 'delegate' : 'moderator';
		},
		knowsAll: true,
		sha256: (text) => createHash('sha256').update(text).digest('hex'),
		frozenText
	};
}

/** A board that grows by commands, as a test tells its story. */
export class Story {
	board: Board = emptyBoard;
	now = 1_000;
	readonly events: BoardEvent[] = [];

	/** Speaks a command and adds what it decided. */
	say(actor: Actor, command: Command): Decision {
		this.now += 1;
		const decision = decide(this.board, command, contextOf(actor, this.now));
		if (decision.kind === 'accepted') for (const event of decision.events) this.add(event, actor.personId);
		return decision;
	}

	/** Speaks a command that must be accepted. */
	did(actor: Actor, command: Command): this {
		const decision = this.say(actor, command);
		if (decision.kind !== 'accepted') throw new Error(`${command.name}: ${JSON.stringify(decision)}`);
		return this;
	}

	add(event: NewEvent, by: Id | null): void {
		const numbered: BoardEvent = { ...event, seq: this.board.seq + 1, at: this.now, by };
		this.events.push(numbered);
		this.board = evolve(this.board, numbered);
	}

	wait(ms: number): this {
		this.now += ms;
		return this;
	}
}

/** The code of a refusal, or what happened instead. */
export function outcome(decision: Decision): string {
	return decision.kind === 'refused' ? decision.code : decision.kind;
}
