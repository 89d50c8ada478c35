import type { LiveBoard } from '#lib/board/live-board.svelte.ts';
import type { Actor, Command } from '#lib/domain/command.ts';
import { nextDue } from '#lib/domain/due.ts';
import { centre, GivenRoom, id } from '../given-room.ts';

export { id };

const directory = {
	persons: {
		[id('paivi')]: { name: 'Päivi Sundström', centreId: id('tampere'), verified: true },
		[id('amelie')]: { name: 'Amélie Roux', centreId: id('lyon'), verified: true },
		[id('guest')]: { name: 'Gaston Petit', centreId: id('lyon'), verified: false },
		[id('gergana')]: { name: 'Гергана Илиева', centreId: id('plovdiv'), verified: true }
	},
	centres: {
		[id('tampere')]: centre('Sample Tampere', { country: 'FI' }),
		[id('lyon')]: centre('Sample Lyon', { country: 'FR' }),
		[id('plovdiv')]: centre('Sample Plovdiv', { country: null, kind: null })
	}
};

const delegate = (person: string, of: string, verified = true): Actor => ({
	...{ personId: id(person), centreId: id(of), role: 'delegate', verified }
});
export const paivi = delegate('paivi', 'tampere');
export const amelie = delegate('amelie', 'lyon');
export const guest = delegate('guest', 'lyon', false);
export const gergana = delegate('gergana', 'plovdiv');
export const facilitator: Actor = { ...delegate('fatou', ''), role: 'facilitator', centreId: null, verified: false };

/** A room with the delegates of three organisations, who write drafts. */
export class PartnersRoom extends GivenRoom {
	constructor() {
		super(directory);
	}

	/** Somebody else speaks, and everybody sees it. */
	did(actor: Actor, ...commands: readonly Command[]): this {
		for (const command of commands) {
			const refused = this.decide(actor, command, null);
			if (refused) throw new Error(`${command.name}: ${JSON.stringify(refused)}`);
		}
		return this;
	}

	/** The notice of an opening is over: the board itself opens the version. */
	open(): this {
		const due = nextDue(this.board);
		if (!due) throw new Error('Nothing was about to open');
		this.now = due.at;
		const actor = [paivi, amelie, gergana].find(({ personId }) => personId === due.personId);
		return this.did(actor ?? paivi, due.command);
	}

	/** A delegate's phone on this board, connected. */
	phone(actor: Actor): LiveBoard {
		return this.device(actor).live;
	}
}
