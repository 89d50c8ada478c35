import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isEncrypted, readConfig, type Mode } from '../../../server/config.ts';

function configOf(environment: NodeJS.ProcessEnv, mode: Mode = 'start') {
	const read = readConfig(environment, mode);
	if ('mistakes' in read) throw new Error(read.mistakes.join(' '));
	return read.config;
}

function mistakesOf(environment: NodeJS.ProcessEnv, mode: Mode = 'start') {
	const read = readConfig(environment, mode);
	return 'mistakes' in read ? read.mistakes : [];
}

describe('the environment', () => {
	it('may be empty: port 3000 of this machine alone, and the folder data', () => {
		expect(configOf({})).toEqual({
			mode: 'start',
			port: 3000,
			host: '127.0.0.1',
			dataFolder: resolve('data'),
			publicOrigin: null,
			plainHttpRoom: false,
			logLevel: 'info'
		});
	});

	it('opens the demonstration to the room, over plain http', () => {
		expect(configOf({}, 'demo')).toMatchObject({ host: null, plainHttpRoom: true, publicOrigin: null });
		expect(configOf({}, 'demo').logLevel).toBe('warn');
	});

	it('listens everywhere when a public origin says how people come', () => {
		const config = configOf({ PUBLIC_ORIGIN: 'https://board.example.eu' });
		expect(config).toMatchObject({ host: null, publicOrigin: 'https://board.example.eu', plainHttpRoom: false });
		expect(isEncrypted(config)).toBe(true);
	});

	it('takes a laptop in the room when it is declared', () => {
		const config = configOf({ PUBLIC_ORIGIN: 'http://room.test:3000', ROOM_HTTP: '1', PORT: '0', LOG_LEVEL: 'debug' });
		expect(config).toMatchObject({ host: null, port: 0, plainHttpRoom: true, logLevel: 'debug' });
		expect(isEncrypted(config)).toBe(false);
		expect(configOf({ HOST: '0.0.0.0', ROOM_HTTP: '1' })).toMatchObject({ host: '0.0.0.0', publicOrigin: null });
	});

	it('takes a variable that is set to nothing for one that is not set', () => {
		expect(configOf({ PORT: '', HOST: '', PUBLIC_ORIGIN: '', ROOM_HTTP: '', LOG_LEVEL: '' })).toEqual(configOf({}));
	});

	it('is answered with every mistake at once, one sentence each', () => {
		const mistakes = mistakesOf({
			PORT: '70000',
			HOST: 'not a host',
			DATA_DIR: '',
			PUBLIC_ORIGIN: 'https://board.example.eu/',
			ROOM_HTTP: 'yes',
			LOG_LEVEL: 'loud'
		});
		expect(mistakes).toEqual([
			'PORT is "70000": give a number from 0 to 65535, such as 3000.',
			'HOST is "not a host": give an address of this machine, such as 127.0.0.1, or 0.0.0.0 for all.',
			'DATA_DIR is empty: name a folder.',
			'PUBLIC_ORIGIN is "https://board.example.eu/": give the exact origin without a path or a slash at its end, such as https://board.example.eu.',
			'ROOM_HTTP is "yes": give 1 for a laptop in the room, or leave it out.',
			'LOG_LEVEL is "loud": give one of fatal, error, warn, info, debug, trace, silent.'
		]);
	});

	it.each([
		'ftp://board.example.eu',
		'board.example.eu',
		'https://Board.example.eu',
		'https://board.example.eu:443',
		'*'
	])('does not take %s for an exact origin', (origin) => {
		expect(mistakesOf({ PUBLIC_ORIGIN: origin })).toHaveLength(1);
	});

	it('does not send names over a network in clear text unless that is declared', () => {
		expect(mistakesOf({ PUBLIC_ORIGIN: 'http://board.example.eu' })).toEqual([
			'PUBLIC_ORIGIN is http://board.example.eu, which is not encrypted. Use an https origin, or declare a laptop in the room with ROOM_HTTP=1.'
		]);
		expect(mistakesOf({ HOST: '0.0.0.0' })[0]).toContain('others reach this server, and PUBLIC_ORIGIN is missing');
		expect(mistakesOf({ PUBLIC_ORIGIN: 'http://localhost:3000' })).toEqual([]);
		expect(mistakesOf({ HOST: '127.0.0.1' })).toEqual([]);
	});
});
