import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto';
import { promisify } from 'node:util';

// OWASP, Password Storage Cheat Sheet: argon2id with 19 MiB, two passes, one lane.
const memoryKib = 19_456;
const passes = 2;
const parallel = 1;
const tagLength = 32;

const derive = promisify(argon2);

/**
 * Who waits where: a device that is known and has not guessed wrong does not wait behind those that flood us. Each lane
 * hashes one at a time, which takes 19 MiB and a core for some hundredths of a second.
 */
export type Lane = 'known' | 'other';
const mostWaiting = 20;
const lanes: Readonly<Record<Lane, { isBusy: boolean; readonly waiting: (() => void)[] }>> = {
	known: { isBusy: false, waiting: [] },
	other: { isBusy: false, waiting: [] }
};

/** Whether so many wait to be hashed that one more would wait for seconds: whoever floods us fills no memory. */
export function tooManyWaiting(lane: Lane): boolean {
	return lanes[lane].waiting.length >= mostWaiting;
}

async function hashed(parameters: Argon2Parameters, lane: Lane): Promise<Buffer> {
	const line = lanes[lane];
	if (line.isBusy) await new Promise<void>((resolve) => line.waiting.push(resolve));
	else line.isBusy = true;
	try {
		return await derive('argon2id', parameters);
	} finally {
		const next = line.waiting.shift();
		if (next) next();
		else line.isBusy = false;
	}
}

function settings(m: number, t: number, p: number): Pick<Argon2Parameters, 'memory' | 'passes' | 'parallelism'> {
	return { memory: m, passes: t, parallelism: p };
}

/** The hash of a passphrase in the PHC string format, with its salt and its settings. */
export async function hashPassphrase(passphrase: string): Promise<string> {
	const nonce = randomBytes(16);
	const message = passphrase.normalize('NFC');
	const tag = await hashed({ message, nonce, tagLength, ...settings(memoryKib, passes, parallel) }, 'known');
	const [salt, hash] = [nonce, tag].map((bytes) => bytes.toString('base64').replace(/=+$/, ''));
	return `$argon2id$v=19$m=${memoryKib},t=${passes},p=${parallel}$${salt}$${hash}`;
}

/**
 * Whether this is the passphrase of the hash. Takes as long for a wrong one as for the right one.
 * @throws when the hash is not one that `hashPassphrase` wrote
 */
export async function isPassphrase(passphrase: string, hash: string, lane: Lane): Promise<boolean> {
	const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(hash);
	if (!parts) throw new Error('A stored passphrase is not in the format that this program writes');
	const [, m, t, p, salt = '', tag = ''] = parts;
	const expected = Buffer.from(tag, 'base64');
	const given = await hashed(
		{
			message: passphrase.normalize('NFC'),
			nonce: Buffer.from(salt, 'base64'),
			tagLength: expected.length,
			...settings(Number(m), Number(t), Number(p))
		},
		lane
	);
	return timingSafeEqual(given, expected);
}
