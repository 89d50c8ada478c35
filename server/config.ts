import { resolve } from 'node:path';
import * as v from 'valibot';

export type Mode = 'start' | 'demo' | 'dev';
export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** What the operator has decided. Nothing else reads the environment. */
export type Config = {
	readonly mode: Mode;
	/** 0: the system chooses a free one. */
	readonly port: number;
	/** The address to listen on; null: every address of this machine. */
	readonly host: string | null;
	/** Absolute path of the folder with the database. */
	readonly dataFolder: string;
	/** The one origin that people open, such as `https://board.example.eu`; null: this machine's own names. */
	readonly publicOrigin: string | null;
	/** A laptop in the room may serve without encryption, to the room's own network, when the operator says so. */
	readonly plainHttpRoom: boolean;
	readonly logLevel: (typeof logLevels)[number];
};

const loopbackNames: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '::1', '[::1]']);

const portSchema = v.pipe(
	v.optional(v.string(), '3000'),
	v.check(
		(text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535,
		({ received }) => `PORT is ${received}: give a number from 0 to 65535, such as 3000.`
	),
	v.transform(Number)
);
const hostSchema = v.optional(
	v.pipe(
		v.string(),
		v.regex(
			/^[0-9a-z.:-]+$/i,
			({ received }) => `HOST is ${received}: give an address of this machine, such as 127.0.0.1, or 0.0.0.0 for all.`
		)
	)
);
const originSchema = v.optional(
	v.pipe(
		v.string(),
		v.check(
			isExactOrigin,
			({ received }) =>
				`PUBLIC_ORIGIN is ${received}: give the exact origin without a path or a slash at its end, such as https://board.example.eu.`
		)
	)
);
const roomSchema = v.pipe(
	v.optional(v.string(), '0'),
	v.picklist(
		['0', '1'],
		({ received }) => `ROOM_HTTP is ${received}: give 1 for a laptop in the room, or leave it out.`
	),
	v.transform((text) => text === '1')
);
const environmentSchema = v.object({
	PORT: portSchema,
	HOST: hostSchema,
	DATA_DIR: v.optional(
		v.pipe(
			v.string(),
			v.check((path) => path.trim() !== '', 'DATA_DIR is empty: name a folder.')
		),
		'data'
	),
	PUBLIC_ORIGIN: originSchema,
	ROOM_HTTP: roomSchema,
	LOG_LEVEL: v.optional(
		v.picklist(logLevels, ({ received }) => `LOG_LEVEL is ${received}: give one of ${logLevels.join(', ')}.`)
	)
});

function isExactOrigin(text: string): boolean {
	return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text;
}

/** What stands in the environment, without what was set to nothing. */
function given(environment: NodeJS.ProcessEnv): Record<string, string | undefined> {
	const set = (name: string) => (environment[name] === '' && name !== 'DATA_DIR' ? undefined : environment[name]);
	return Object.fromEntries(Object.keys(environmentSchema.entries).map((name) => [name, set(name)]));
}

/**
 * Reads what the operator decided.
 *
 * @returns the decisions, or every mistake at once, each a sentence that says what to do
 */
export function readConfig(
	environment: NodeJS.ProcessEnv,
	mode: Mode
): { readonly config: Config } | { readonly mistakes: readonly string[] } {
	const parsed = v.safeParse(environmentSchema, given(environment));
	if (!parsed.success) return { mistakes: parsed.issues.map(({ message }) => message) };
	const { PORT, HOST, DATA_DIR, PUBLIC_ORIGIN, ROOM_HTTP, LOG_LEVEL } = parsed.output;
	const plainHttpRoom = ROOM_HTTP || (mode === 'demo' && PUBLIC_ORIGIN === undefined);
	const mistakes = exposedWithoutSaying(HOST, PUBLIC_ORIGIN, plainHttpRoom);
	if (mistakes.length > 0) return { mistakes };
	const open = PUBLIC_ORIGIN !== undefined || plainHttpRoom;
	return {
		config: {
			mode,
			port: PORT,
			host: HOST ?? (open ? null : '127.0.0.1'),
			dataFolder: resolve(DATA_DIR),
			publicOrigin: PUBLIC_ORIGIN ?? null,
			plainHttpRoom,
			// Where somebody sits at the terminal, the lines for machines keep out of the way.
			logLevel: LOG_LEVEL ?? (mode === 'start' ? 'info' : 'warn')
		}
	};
}

/** Names and sessions would cross a network in clear text: that has to be said, never guessed. */
function exposedWithoutSaying(host: string | undefined, origin: string | undefined, declared: boolean): string[] {
	if (declared) return [];
	if (origin?.startsWith('http:') && !loopbackNames.has(new URL(origin).hostname)) {
		return [
			`PUBLIC_ORIGIN is ${origin}, which is not encrypted. Use an https origin, or declare a laptop in the room with ROOM_HTTP=1.`
		];
	}
	if (host !== undefined && origin === undefined && !loopbackNames.has(host)) {
		return [
			`HOST is ${host}, so others reach this server, and PUBLIC_ORIGIN is missing. Set it to the https origin that people open, or declare a laptop in the room with ROOM_HTTP=1.`
		];
	}
	return [];
}

/** Whether people open an encrypted origin: only then are cookies Secure and may browsers be told to stay with https. */
export function isEncrypted({ publicOrigin }: Pick<Config, 'publicOrigin'>): boolean {
	return publicOrigin?.startsWith('https:') ?? false;
}
