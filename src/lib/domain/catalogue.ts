import * as v from 'valibot';
import { reject, type CommandDefinition, type EventDefinition, type Refusal } from './command.ts';
import { announceOpening } from './commands/announce-opening.ts';
import { approveCentre } from './commands/approve-centre.ts';
import { askForChange } from './commands/ask-for-change.ts';
import { cancelOpening } from './commands/cancel-opening.ts';
import { chooseScene } from './commands/choose-scene.ts';
import { confirmProposal } from './commands/confirm-proposal.ts';
import { createProposal } from './commands/create-proposal.ts';
import { declineProposal } from './commands/decline-proposal.ts';
import { discardProposal } from './commands/discard-proposal.ts';
import { editCard } from './commands/edit-card.ts';
import { hideCard } from './commands/hide-card.ts';
import { inviteParty } from './commands/invite-party.ts';
import { joinProposal } from './commands/join-proposal.ts';
import { keepCard } from './commands/keep-card.ts';
import { leaveProposal } from './commands/leave-proposal.ts';
import { leaveSector } from './commands/leave-sector.ts';
import { letIn } from './commands/let-in.ts';
import { lockBoard } from './commands/lock-board.ts';
import { markInterest } from './commands/mark-interest.ts';
import { moveToPhase } from './commands/move-to-phase.ts';
import { openForConfirmation } from './commands/open-for-confirmation.ts';
import { postChallenge } from './commands/post-challenge.ts';
import { postOffer } from './commands/post-offer.ts';
import { postSector } from './commands/post-sector.ts';
import { readmitPerson } from './commands/readmit-person.ts';
import { removeNextStep } from './commands/remove-next-step.ts';
import { removePerson } from './commands/remove-person.ts';
import { renameProposal } from './commands/rename-proposal.ts';
import { reopenProposal } from './commands/reopen-proposal.ts';
import { restoreCard } from './commands/restore-card.ts';
import { revealCards } from './commands/reveal-cards.ts';
import { setContribution } from './commands/set-contribution.ts';
import { setNextStep } from './commands/set-next-step.ts';
import { setPartyRole } from './commands/set-party-role.ts';
import { setPrivateWriting } from './commands/set-private-writing.ts';
import { takeOutParty } from './commands/take-out-party.ts';
import { unmarkInterest } from './commands/unmark-interest.ts';
import { verifyPerson } from './commands/verify-person.ts';
import { withdrawCard } from './commands/withdraw-card.ts';
import { withdrawConfirmation } from './commands/withdraw-confirmation.ts';
import { directoryEvents } from './directory-events.ts';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each command knows its own input; here they are one list
type AnyCommand = CommandDefinition<any>;
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- likewise for the data of events
type AnyEvent = EventDefinition<any, any>;

/** The one list of what can be said on a board. */
export const commands: readonly AnyCommand[] = [
	postChallenge,
	postOffer,
	postSector,
	leaveSector,
	editCard,
	withdrawCard,
	keepCard,
	markInterest,
	unmarkInterest,
	createProposal,
	renameProposal,
	inviteParty,
	joinProposal,
	declineProposal,
	leaveProposal,
	takeOutParty,
	letIn,
	setContribution,
	setPartyRole,
	setNextStep,
	removeNextStep,
	discardProposal,
	announceOpening,
	cancelOpening,
	openForConfirmation,
	confirmProposal,
	askForChange,
	withdrawConfirmation,
	reopenProposal,
	moveToPhase,
	lockBoard,
	setPrivateWriting,
	revealCards,
	hideCard,
	restoreCard,
	chooseScene,
	verifyPerson,
	removePerson,
	readmitPerson,
	approveCentre
];

const commandsByName = new Map(commands.map((command) => [command.name, command]));
const eventsByType = new Map<string, AnyEvent>(
	[...commands.flatMap((command) => command.events), ...directoryEvents].map((event) => [event.type, event])
);

/** Every event type that a log may hold. */
export const eventTypes: readonly string[] = [...eventsByType.keys()];

export function commandNamed(name: string): AnyCommand | undefined {
	return commandsByName.get(name);
}

/** @throws an error for a type that this version does not know: a log must never be summed with gaps */
export function eventOfType(type: string): AnyEvent {
	const event = eventsByType.get(type);
	if (!event) throw new Error(`The log holds an event that this version does not know: ${type}`);
	return event;
}

export type ParsedCommand = { readonly definition: AnyCommand; readonly input: unknown };

/** Reads a command as it came from outside. The first thing that is wrong is named, by its field. */
export function parseCommand(raw: unknown): ParsedCommand | Refusal {
	const envelope = v.safeParse(v.strictObject({ name: v.string(), input: v.unknown() }), raw);
	const definition = envelope.success ? commandsByName.get(envelope.output.name) : undefined;
	if (!envelope.success || !definition) {
		return reject(
			'command-unknown',
			'The server does not know this command. Reload the page to get the newest version.'
		);
	}
	const parsed = v.safeParse(definition.input as v.GenericSchema, envelope.output.input);
	if (parsed.success) return { definition, input: parsed.output };
	const issue = parsed.issues[0];
	const field = issue.path?.map((part) => String(part.key)).join('.') ?? '';
	return reject('input-invalid', `Please check “${field}”: ${issue.message}`, { field });
}
