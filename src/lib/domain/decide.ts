import type { Board } from './board.ts';
import { commandNamed, parseCommand, type ParsedCommand } from './catalogue.ts';
import { reject, type Actor, type Command, type Context, type Decision, type Refusal } from './command.ts';
import { refusedByRoom } from './roles.ts';

/** Why this role may not speak this command at all, or null. */
export function refusedByRole(command: ParsedCommand['definition'], actor: Actor): Refusal | null {
	const { delegate, facilitator, organiser } = command.allow;
	if (actor.role === 'screen') return reject('role-screen', 'A screen only shows the board.');
	if (actor.role === 'facilitator') {
		return facilitator
			? null
			: reject('role-facilitator', 'Facilitators cannot do this for a centre. Join as a delegate.');
	}
	if (actor.role === 'organiser') {
		return organiser ? null : reject('role-organiser', 'Organisers cannot do this for a centre. Join as a delegate.');
	}
	if (delegate === 'no') return reject('role-delegate', 'Only a facilitator can do this.');
	if (delegate === 'verified' && !actor.verified) {
		return reject('not-verified', 'Only verified delegates can do this. Enter your organisation code first.');
	}
	return null;
}

/** May this actor do this now, and what happens then? The one question that the phone and the server both ask. */
export function decideParsed(board: Board, command: ParsedCommand, context: Context): Decision {
	return (
		refusedByRole(command.definition, context.actor) ??
		refusedByRoom(board, context, command.definition.needs) ??
		command.definition.decide(board, command.input, context)
	);
}

export function decide(board: Board, command: Command, context: Context): Decision {
	const parsed = parseCommand(command);
	return 'kind' in parsed ? parsed : decideParsed(board, parsed, context);
}

/** Whether a button is enabled: the refusal by role, room and phase, before there is any input; null when it may be tried. */
export function refusedBefore(board: Board, name: string, context: Context): Refusal | null {
	const definition = commandNamed(name);
	if (!definition) return reject('command-unknown', 'This version does not know this command.');
	return refusedByRole(definition, context.actor) ?? refusedByRoom(board, context, definition.needs);
}
