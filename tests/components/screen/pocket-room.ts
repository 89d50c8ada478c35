import type { LiveBoard } from '#lib/board/live-board.svelte.ts';
import type { Board, Card, Party } from '#lib/domain/board.ts';
import type { Role } from '#lib/domain/command.ts';
import { about, centre, GivenRoom, id, type GivenPhone } from '../given-room.ts';

export { about, id };
export const joinUrl = 'https://match.example/join#K7QFM2XT';

const directory = {
	persons: { [id('paivi')]: { name: 'Päivi Sundström', centreId: id('tampere'), verified: true } },
	centres: {
		[id('tampere')]: centre('Sample Tampere', { country: 'FI', city: 'Tampere' }),
		[id('athens')]: centre('Sample Athens', { country: 'GR', city: 'Αθήνα' }),
		[id('lyon')]: centre('Sample Lyon', { country: 'FR', city: 'Lyon' })
	}
};

export function card(name: string, more: Partial<Card> = {}): Card {
	return {
		...{ id: id(name), kind: 'challenge', centreId: id('tampere'), networkId: null, authorId: id('paivi') },
		...{ title: `Title of ${name}`, text: '', language: 'en', sectors: [], offerKind: null },
		...{ postedAt: about.workshop.startsAt, editedAt: null, vouched: true, state: { is: 'published' } },
		...more
	};
}

export function party(name: string, is: Party['state']['is'] = 'in'): Party {
	const state = { is, by: id('paivi'), at: 0, reason: '' };
	return { centreId: id(name), role: 'partner', contribution: 'Something', state, country: null, kind: null };
}

/** A room with one device: its facilitator's or its screen. */
export class PocketRoom extends GivenRoom {
	readonly live: LiveBoard;
	readonly #device: GivenPhone;

	constructor(role: Extract<Role, 'facilitator' | 'screen'>, board: Partial<Board> = {}) {
		super(directory, board);
		this.#device = this.device({ personId: id('me'), centreId: null, role, verified: false });
		this.live = this.#device.live;
	}

	people(count: number, centres: number): void {
		this.#device.here(
			Object.fromEntries(Array.from({ length: centres }, (_, index) => [id(`centre${index}`), 1])),
			count
		);
	}
}
