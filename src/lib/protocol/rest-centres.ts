import type { Id } from '#lib/domain/ids.ts';
import type { CentreKind, Initiative } from './rest.ts';

/** Every fact that the organiser keeps of a centre, in the form of a request: `POST /api/centres`, `PUT /api/centres/:id`. */
export type CentreRequest = {
	readonly isNetwork: boolean;
	/** The short name. */
	readonly name: string;
	/** Empty: the same as the name. */
	readonly legalName: string;
	readonly city: string;
	/** ISO 3166 alpha-2. */
	readonly country: string | null;
	/** Null for networks. */
	readonly kind: CentreKind | null;
	/** Codes of the sector vocabulary. */
	readonly sectors: readonly string[];
	readonly networkIds: readonly Id[];
	readonly website: string;
	/** Nine digits, or null. */
	readonly pic: string | null;
	/** E and eight digits, or null. */
	readonly oid: string | null;
	/** Of networks only; empty or null otherwise. */
	readonly field: string;
	readonly initiative: Initiative | null;
	readonly coordinator: string;
	readonly countries: readonly string[];
	/** False only for a centre that a delegate asked for and nobody has approved. */
	readonly approved: boolean;
};

export type CentreRow = Omit<CentreRequest, 'city'> & {
	readonly id: Id;
	readonly city: string | null;
	readonly people: number;
	readonly verified: number;
	readonly askedBy: { readonly personId: Id; readonly name: string | null; readonly at: number } | null;
};

/** `GET /api/centres` (organiser). `DELETE /api/centres/:id` (204) takes one away that nothing refers to, else `centre-in-use`. */
export type CentreList = { readonly centres: readonly CentreRow[] };

/** `GET /api/centres/codes?workshop=`: one sheet for each approved centre. With a workshop, the link joins it too. */
export type CodeSheets = {
	readonly forum: string;
	readonly sheets: readonly CodeSheet[];
};

/** Also the answer of `POST /api/centres/:id/new-code`, after which the old code is worth nothing. */
export type CodeSheet = {
	readonly centreId: Id;
	readonly name: string;
	readonly country: string | null;
	readonly isNetwork: boolean;
	/** `9D4T-K7QF-M2XT` */
	readonly code: string;
	/** What the QR code holds: the join page, with the code behind `#`. */
	readonly url: string;
};
