import type { Command, Role } from '#lib/domain/command.ts';
import type { Id } from '#lib/domain/ids.ts';
import type { Frame, SnapshotMessage, Version } from './frame.ts';

/** Which of its sessions a browser speaks with: one device may hold a delegate's and a facilitator's. */
export type SessionKind = 'delegate' | 'facilitator' | 'organiser' | 'screen';

/** Sent with the Socket.io handshake as `auth`. */
export type Handshake = { readonly protocolVersion: number; readonly as: SessionKind };

/** Join, reconnect, changed role and heartbeat in one: "this is what I have, bring me up to date". */
export type Hello = { readonly protocolVersion: number; readonly board: Id; readonly version: Version | null };

/** Who the server takes this connection for, on this board. */
export type You = {
	readonly personId: Id;
	readonly name: string | null;
	readonly centreId: Id | null;
	readonly role: Role;
	readonly verified: boolean;
	/** Networks that the own centre belongs to, for "for MOSAIC". */
	readonly networkIds: readonly Id[];
};

/** Facts of the forum and the workshop that every page of the board shows. */
export type About = {
	readonly forum: {
		readonly id: Id;
		readonly name: string;
		readonly timeZone: string;
		/** Milliseconds since 1970. */
		readonly confirmBy: number;
		readonly retentionDate: string;
		readonly controller: string;
	};
	readonly workshop: {
		readonly id: Id;
		readonly title: string;
		readonly room: string;
		readonly startsAt: number;
		readonly endsAt: number;
		readonly language: string;
		readonly joinCode: string;
	};
};

/**
 * The answer of `GET /api/boards/:id/seen`: the whole board, and everything else that a first look needs. So a device can
 * show the board while its connection is still being made.
 */
export type FirstLook = SnapshotMessage & {
	readonly you: You;
	readonly about: About;
	/** Milliseconds since 1970. */
	readonly serverNow: number;
};

export type HelloAnswer =
	| { readonly is: 'current'; readonly you: You; readonly serverNow: number; readonly version: Version }
	| {
			readonly is: 'frames';
			readonly frames: readonly Frame[];
			readonly you: You;
			readonly serverNow: number;
			readonly version: Version;
	  }
	/** Fetch `GET /api/boards/:id/seen`, then say hello again with its version. */
	| { readonly is: 'snapshot'; readonly you: You; readonly serverNow: number; readonly about: About }
	/** `reason`: what the facilitator wrote when removing this person. */
	| { readonly is: 'refused'; readonly code: HelloRefusal; readonly sentence: string; readonly reason?: string };

export const helloRefusals = [
	'session-ended',
	'not-joined',
	'person-removed',
	'board-unknown',
	'protocol-old',
	'try-later'
] as const;
export type HelloRefusal = (typeof helloRefusals)[number];

export type Submission = { readonly board: Id; readonly submissionId: Id; readonly command: Command };

/** A version or a refusal, nothing else. */
export type Ack =
	| { readonly is: 'saved'; readonly seq: number }
	| {
			readonly is: 'refused';
			readonly code: string;
			readonly sentence: string;
			readonly values: Readonly<Record<string, string | number>>;
	  }
	/** Not saved, nothing happened: send the same bytes again later. */
	| { readonly is: 'again'; readonly code: 'not-saved' | 'try-later' | 'session-ended'; readonly sentence: string };

export type PersonHere = { readonly personId: Id; readonly name: string | null; readonly verified: boolean };

/**
 * Who is here, by centre. The first message after a hello is `full`; later ones hold the centres that changed (a count of 0:
 * nobody is left). Names go only to devices that show them.
 */
export type Presence = {
	readonly board: Id;
	readonly full: boolean;
	readonly people: number;
	readonly centres: Readonly<Record<Id, number>>;
	readonly names?: Readonly<Record<Id, readonly PersonHere[]>>;
	readonly directory?: Frame['directory'];
};

export type ClientToServer = {
	hello: (hello: Hello, answer: (answer: HelloAnswer) => void) => void;
	submit: (submission: Submission, ack: (ack: Ack) => void) => void;
	/** Whether this device shows the names of who is here. */
	watchNames: (watch: { readonly board: Id; readonly on: boolean }) => void;
};

export type ServerToClient = {
	frame: (frame: Frame) => void;
	presence: (presence: Presence) => void;
	/** What the server takes you for has changed: say hello again. */
	you: (you: { readonly board: Id }) => void;
};

export type { SnapshotMessage };
