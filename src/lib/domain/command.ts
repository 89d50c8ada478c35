import type * as v from 'valibot';
import type { Board, Instant } from './board.ts';
import type { Id } from './ids.ts';

export type Role = 'delegate' | 'facilitator' | 'organiser' | 'screen';

/** A person on the board, as the server resolved them from the directory for this one command. */
export type Actor = {
	readonly personId: Id;
	/** What a delegate speaks for; null for facilitators, organisers and screens. */
	readonly centreId: Id | null;
	readonly role: Role;
	readonly verified: boolean;
};

/** What the directory knows of a centre, as far as a rule needs it. */
export type CentreFacts = {
	readonly id: Id;
	readonly isNetwork: boolean;
	readonly name: string;
	readonly country: string | null;
	readonly kind: string | null;
	readonly networkIds: readonly Id[];
};

export type Context = {
	readonly actor: Actor;
	readonly now: Instant;
	readonly forum: { readonly confirmBy: Instant };
	readonly centre: (id: Id) => CentreFacts | undefined;
	/** The centre that a person speaks for, and whether somebody vouched for it. */
	readonly person: (id: Id) => { readonly centreId: Id | null; readonly verified: boolean } | undefined;
	/** What a person is in this workshop; null when they are not in it. Asked only where `knowsAll`. */
	readonly roleHere: (id: Id) => 'delegate' | 'moderator' | null;
	/** False on a phone, which knows only the centres and persons that it was shown. */
	readonly knowsAll: boolean;
	/** The server's hash. A phone has none and waits for the server's answer. */
	readonly sha256: ((text: string) => string) | null;
	/** The proposal's text at the moment it was frozen; only while opening for confirmation, only on the server. */
	readonly frozenText: unknown;
};

/** A fact before the log has given it a number. Free text stands apart in `texts`, so that it can be erased. */
export type NewEvent = {
	readonly type: string;
	readonly data: Readonly<Record<string, unknown>>;
	readonly texts: Readonly<Record<string, string>>;
};

export type BoardEvent = NewEvent & {
	readonly seq: number;
	readonly at: Instant;
	readonly by: Id | null;
};

export type Refusal = {
	readonly kind: 'refused';
	/** For machines: the state that stands in the way, such as `card-not-open`. */
	readonly code: string;
	/** What is wrong and what to do, in English; the interface translates by code. */
	readonly sentence: string;
	readonly values: Readonly<Record<string, string | number>>;
};

export type Decision =
	| { readonly kind: 'accepted'; readonly events: readonly NewEvent[] }
	| Refusal
	/** Only the server can tell (it needs the hash or the frozen text). */
	| { readonly kind: 'unpredicted' };

export function accept(...events: readonly NewEvent[]): Decision {
	return { kind: 'accepted', events };
}

export function reject(
	code: string,
	sentence: string,
	values: Readonly<Record<string, string | number>> = {}
): Refusal {
	return { kind: 'refused', code, sentence, values };
}

/** What a phase may switch off. Null in a command: no phase matters (proposals go on after the workshop). */
export type Capability = 'post' | 'edit' | 'mark' | 'propose' | 'confirm';

/** Which roles may speak this command at all; `verified` delegates speak for their centre. */
export type Allow = {
	readonly delegate: 'any' | 'verified' | 'no';
	readonly facilitator: boolean;
	readonly organiser: boolean;
};

export type EventDefinition<Data extends object = object, Texts extends object = object> = {
	readonly type: string;
	readonly evolve: (board: Board, event: { data: Data; texts: Texts; at: Instant; by: Id | null }) => Board;
	/** Keys of the seen board that this event may change, asked on the board before and after it. */
	readonly touches: (board: Board, data: Data) => readonly SeenKey[];
};

/** `table/id`, the address of one record of the seen board. */
export type SeenKey = `${SeenTable}/${string}`;
export const seenTables = ['room', 'cards', 'interests', 'lines', 'proposals', 'drafts', 'members'] as const;
export type SeenTable = (typeof seenTables)[number];

type Shape<Data, Texts> = {
	type: string;
	evolve: EventDefinition<Data & object, Texts & object>['evolve'];
	touches: EventDefinition<Data & object, Texts & object>['touches'];
};

/** Declares an event: what it changes in the sum, and which records a reader may see change. */
export function defineEvent<Data extends object, Texts extends object>(shape: Shape<Data, Texts>) {
	return {
		...shape,
		of: (data: Data, texts: Texts): NewEvent => ({
			type: shape.type,
			data: data as NewEvent['data'],
			texts: texts as unknown as NewEvent['texts']
		})
	};
}

export type CommandDefinition<Schema extends v.GenericSchema = v.GenericSchema> = {
	readonly name: string;
	readonly input: Schema;
	readonly allow: Allow;
	readonly needs: Capability | null;
	/** `freeze`: the server stops the proposal's text and hands it in as `frozenText` before deciding. */
	readonly step?: 'freeze';
	readonly decide: (board: Board, input: v.InferOutput<Schema>, context: Context) => Decision;
	// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each event knows its own data; the catalogue holds them all
	readonly events: readonly EventDefinition<any, any>[];
};

/** A wish as it travels: the command's name and its input. */
export type Command = { readonly name: string; readonly input: unknown };

export function defineCommand<Schema extends v.GenericSchema>(definition: CommandDefinition<Schema>) {
	return {
		...definition,
		with: (input: v.InferInput<Schema>): Command => ({ name: definition.name, input })
	};
}
