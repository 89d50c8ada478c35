import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	codeAlphabet,
	delegationCodeLength,
	joinCodeLength,
	joinFragment,
	readCode,
	readJoinFragment,
	showCode
} from '#lib/protocol/join-codes.ts';
import { DelegationCodes, drawJoinCode } from '../../../server/directory/delegation-codes.ts';
import { hashPassphrase, isPassphrase } from '../../../server/directory/passphrases.ts';
import { readServerSecret } from '../../../server/directory/server-secret.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';

const anyCode = (length: number) =>
	fc.string({ unit: fc.constantFrom(...codeAlphabet), minLength: length, maxLength: length });

describe('a code', () => {
	it('is read however it is written', () => {
		const spelling = fc.constantFrom(
			(code: string) => code.toLowerCase(),
			(code: string) => showCode(code),
			(code: string) => [...code].join(' '),
			(code: string) => code.replaceAll('0', 'O').replaceAll('1', 'I'),
			(code: string) => code.replaceAll('0', 'o').replaceAll('1', 'l'),
			(code: string) => `  ${showCode(code).replace('-', '\u2013')} `
		);
		fc.assert(
			fc.property(anyCode(joinCodeLength), spelling, (code, spelled) => {
				expect(readCode(spelled(code), joinCodeLength)).toBe(code);
			})
		);
	});

	it.each(['', 'K7QF', 'K7QFM2XTA', 'K7QFM2XU', 'K7QF M2X!', '𝟘𝟘𝟘𝟘𝟘𝟘𝟘𝟘'])('is none when it is %j', (typed) => {
		expect(readCode(typed, joinCodeLength)).toBeNull();
	});

	it('is shown in groups of four', () => {
		expect([showCode('K7QFM2XT'), showCode('9D4TK7QFM2XT')]).toEqual(['K7QF-M2XT', '9D4T-K7QF-M2XT']);
	});

	it('comes back from behind the # of a link, alone or with the other', () => {
		const codes = fc.record({
			join: fc.option(anyCode(joinCodeLength)),
			delegation: fc.option(anyCode(delegationCodeLength))
		});
		fc.assert(
			fc.property(codes, (given) => {
				expect(readJoinFragment(`#${joinFragment(given)}`)).toEqual(given);
			})
		);
	});

	it('of a room has 40 bits from 8 random bytes', () => {
		const counting = (bytes: Uint8Array) => bytes.map((_byte, index) => index * 33);
		expect(drawJoinCode(counting)).toBe('01234567');
	});

	it('of an organisation is another one for each organisation, generation and installation', () => {
		const [here, elsewhere] = [1, 2].map((byte) => new DelegationCodes(new Uint8Array(32).fill(byte)));
		const codes = [here!.codeOf('a', 1), here!.codeOf('a', 2), here!.codeOf('b', 1), elsewhere!.codeOf('a', 1)];
		expect(new Set(codes).size).toBe(4);
		expect(here!.codeOf('a', 1)).toBe(codes[0]);
		for (const code of codes) expect(readCode(code, delegationCodeLength)).toBe(code);
	});

	it('of an organisation is kept as a hash that needs the secret', () => {
		const [here, elsewhere] = [1, 2].map((byte) => new DelegationCodes(new Uint8Array(32).fill(byte)));
		expect(here!.hashOf('9D4TK7QFM2XT')).not.toBe(elsewhere!.hashOf('9D4TK7QFM2XT'));
	});
});

describe('the secret of an installation', () => {
	it('is made once and read again', () => {
		const folder = temporaryFolder();
		const secret = readServerSecret(folder);
		expect(secret).toHaveLength(32);
		expect(Buffer.compare(readServerSecret(folder), secret)).toBe(0);
	});

	it('is never replaced when the file is not what was written', () => {
		const folder = temporaryFolder();
		writeFileSync(join(folder, 'matchboard.secret'), 'short');
		expect(() => readServerSecret(folder)).toThrow('is not the secret');
	});

	it('is never replaced when the file cannot be read', () => {
		const folder = temporaryFolder();
		mkdirSync(join(folder, 'matchboard.secret'));
		expect(() => readServerSecret(folder)).toThrow();
		rmSync(join(folder, 'matchboard.secret'), { recursive: true });
		expect(readServerSecret(folder)).toHaveLength(32);
	});
});

describe('a passphrase', () => {
	it('is kept as argon2id with its settings and a salt of its own', async () => {
		const [one, other] = await Promise.all([
			hashPassphrase('four words make one'),
			hashPassphrase('four words make one')
		]);
		expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
		expect(one).not.toBe(other);
	});

	it('is recognised in every way of writing its accents, and in no other case', async () => {
		const hash = await hashPassphrase('Forêt de Lyon 2024'.normalize('NFD'));
		expect(await isPassphrase('Forêt de Lyon 2024'.normalize('NFC'), hash, 'other')).toBe(true);
		expect(await isPassphrase('forêt de Lyon 2024', hash, 'other')).toBe(false);
	});

	it('is checked with the settings that it was hashed with', async () => {
		// argon2id of "password" with salt "somesalt", m=256, t=2, p=1; from the reference implementation's tests.
		const hash = '$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4';
		expect(await isPassphrase('password', hash, 'other')).toBe(true);
	});

	it('is checked by two at a time, and all get their answers', async () => {
		const hash = await hashPassphrase('four words make one');
		const answers = await Promise.all(
			['four words make one', 'no', 'four words make one', 'neither', 'four words make one'].map((text) =>
				isPassphrase(text, hash, 'other')
			)
		);
		expect(answers).toEqual([true, false, true, false, true]);
	});

	it('that is stored in another format is a fault, not a no', async () => {
		await expect(isPassphrase('password', '$2b$10$something', 'other')).rejects.toThrow('format');
	});
});
