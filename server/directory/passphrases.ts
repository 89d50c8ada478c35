import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto';
import { promisify } from 'node:util';

// OWASP, Password Storage Cheat Sheet: argon2id with 19 MiB, two passes, one lane.
const memoryKib = 19_456;
const passes = 2;
const lanes = 1;
const tagLength = 32;

const derive = promisify(argon2);

/** How many are hashed at once: each takes 19 MiB and a core for some hundredths of a second. */
const mostAtOnce = 2;
let running = 0;
const waiting: (() => void)[] = [];
const mostWaiting = 40;

/** Whether so many wait to be hashed that one more would wait for seconds: whoever floods us fills no memory. */
export function tooManyWaiting(): boolean {
	return waiting.length >= mostWaiting;
}

async function hashed(parameters: Argon2Parameters): Promise<Buffer> {
	if (running >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
	else running += 1;
	try {
		return await derive('argon2id', parameters);
	} finally {
		const next = waiting.shift();
		if (next) next();
		else running -= 1;
	}
}

function settings(m: number, t: number, p: number): Pick<Argon2Parameters, 'memory' | 'passes' | 'parallelism'> {
	return { memory: m, passes: t, parallelism: p };
}

/** The hash of a passphrase in the PHC string format, with its salt and its settings. */
export async function hashPassphrase(passphrase: string): Promise<string> {
	const nonce = randomBytes(16);
	const message = passphrase.normalize('NFC');
	const tag = await hashed({ message, nonce, tagLength, ...settings(memoryKib, passes, lanes) });
	const [salt, hash] = [nonce, tag].map((bytes) => bytes.toString('base64').replace(/=+$/, ''));
	return `$argon2id$v=19$m=${memoryKib},t=${passes},p=${lanes}$${salt}$${hash}`;
}

/**
 * Whether this is the passphrase of the hash. Takes as long for a wrong one as for the right one.
 * @throws when the hash is not one that `hashPassphrase` wrote
 */
export async function isPassphrase(passphrase: string, hash: string): Promise<boolean> {
	const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(hash);
	if (!parts) throw new Error('A stored passphrase is not in the format that this program writes');
	const [, m, t, p, salt = '', tag = ''] = parts;
	const expected = Buffer.from(tag, 'base64');
	const given = await hashed({
		message: passphrase.normalize('NFC'),
		nonce: Buffer.from(salt, 'base64'),
		tagLength: expected.length,
		...settings(Number(m), Number(t), Number(p))
	});
	return timingSafeEqual(given, expected);
}
