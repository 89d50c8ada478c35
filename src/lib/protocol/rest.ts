import type { Id } from '#lib/domain/ids.ts';
import type { CentreEntry } from './frame.ts';
import type { About, You } from './messages.ts';

/** A no that was foreseen, as every REST route answers it: HTTP 4xx with this body. The interface translates by code. */
export type Problem = {
	readonly code: string;
	readonly sentence: string;
	readonly field?: string;
	readonly values?: Readonly<Record<string, string | number>>;
};

export type Centre = CentreEntry & { readonly id: Id };

/** `GET /api/join/:code`: what the join page shows before anybody is in. */
export type JoinPage = {
	readonly about: About;
	/** Who is here now. */
	readonly people: number;
	readonly centres: number;
	/** The person that this device already is at this forum, or null. */
	readonly you: (You & { readonly centre: Centre | null; readonly joined: boolean }) | null;
	readonly privacyNotice: string;
};

/** One hit of `GET /api/join/:code/centres?q=`: the centre, and where the query met, as [from, to) of `display`. */
export type CentreHit = {
	readonly centre: Centre;
	readonly display: string;
	readonly ranges: readonly (readonly [number, number])[];
};

/** `POST /api/join/:code` */
export type JoinRequest = {
	readonly name: string;
	readonly centre:
		| { readonly id: Id }
		| {
				readonly asked: {
					readonly name: string;
					readonly city: string;
					readonly country: string | null;
					readonly kind: string | null;
				};
		  };
	readonly delegationCode?: string;
};

export type Joined = { readonly board: Id; readonly you: You; readonly about: About };
