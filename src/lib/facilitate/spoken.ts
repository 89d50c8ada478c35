import type { LiveBoard } from '#lib/board/live-board.svelte.ts';
import { refusalWords } from '#lib/board/refusal-words.ts';
import type { Command } from '#lib/domain/command.ts';

/** Speaks a command. @returns the refusal in the reader's language, or null when the command is kept and on its way */
export async function spoken(live: LiveBoard, command: Command): Promise<string | null> {
	const answer = await live.send(command);
	return answer.kind === 'refused' ? refusalWords(answer) : null;
}

/** Why a button that speaks this command is of no use now, in the reader's language; null when it may be pressed. */
export function refusedNow(live: LiveBoard, commandName: string): string | null {
	const refusal = live.refusal(commandName);
	return refusal && refusalWords(refusal);
}
