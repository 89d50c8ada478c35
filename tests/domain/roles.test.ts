import { describe, expect, test } from 'vitest';
import { commands } from '#lib/domain/catalogue.ts';
import type { Actor } from '#lib/domain/command.ts';
import { refusedByRole } from '#lib/domain/decide.ts';
import { facilitator, guest, organiser, paivi, screen } from './story.ts';

const roles: Readonly<Record<string, Actor>> = { verified: paivi, unverified: guest, facilitator, organiser, screen };

/** Who may speak each command at all: V verified delegate, U unverified delegate, F facilitator, O organiser, S screen. */
const table: Readonly<Record<string, string>> = {
	'post-challenge': 'VU',
	'post-offer': 'VU',
	'post-sector': 'VU',
	'leave-sector': 'VU',
	'edit-card': 'VU',
	'withdraw-card': 'VU',
	'keep-card': 'V',
	'mark-interest': 'VU',
	'unmark-interest': 'VU',
	'create-proposal': 'VU',
	'rename-proposal': 'VU',
	'invite-party': 'VU',
	'join-proposal': 'V',
	'decline-proposal': 'V',
	'leave-proposal': 'V',
	'take-out-party': 'V',
	'let-in': 'V',
	'set-contribution': 'VU',
	'set-party-role': 'VU',
	'set-next-step': 'VU',
	'remove-next-step': 'VU',
	'discard-proposal': 'VU',
	'announce-opening': 'V',
	'cancel-opening': 'VU',
	'open-for-confirmation': 'V',
	'confirm-proposal': 'V',
	'ask-for-change': 'V',
	'withdraw-confirmation': 'V',
	'reopen-proposal': 'FO',
	'move-to-phase': 'FO',
	'lock-board': 'FO',
	'set-private-writing': 'FO',
	'reveal-cards': 'FO',
	'hide-card': 'FO',
	'restore-card': 'FO',
	'choose-scene': 'FO',
	'verify-person': 'FO',
	'remove-person': 'FO',
	'readmit-person': 'FO',
	'approve-centre': 'FO'
};

const letters: Readonly<Record<string, string>> = {
	verified: 'V',
	unverified: 'U',
	facilitator: 'F',
	organiser: 'O',
	screen: 'S'
};

describe('Who may speak which command', () => {
	test('the table has a row for every command, and no other', () => {
		expect(Object.keys(table).sort()).toEqual(commands.map(({ name }) => name).sort());
	});
	for (const definition of commands) {
		for (const [role, actor] of Object.entries(roles)) {
			const may = (table[definition.name] ?? '').includes(letters[role] ?? '?');
			test(`${definition.name}: ${may ? 'yes' : 'no'} for ${role}`, () => {
				expect(refusedByRole(definition, actor) === null).toBe(may);
			});
		}
	}
});
