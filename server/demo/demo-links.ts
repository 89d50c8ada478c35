import type { Id } from '#lib/domain/ids.ts';
import { joinFragment } from '#lib/protocol/join-codes.ts';
import type { Directory } from '../directory/directory.ts';
import type { NamedLink } from '../terminal.ts';
import { sampleOrganisations } from './sample-centres.ts';
import { readyDelegates, sampleFacilitator, sampleOrganiser, samplePersons } from './sample-persons.ts';

const day = 24 * 60 * 60 * 1000;

export type Addresses = {
	/** For the person at this machine. */
	readonly here: string;
	/** This machine by another name: cookies are kept apart, so that one browser can be two delegates. */
	readonly hereAgain: string;
	/** For phones in the room. */
	readonly room: string;
};

/** Fresh one-time links into every role of the demonstration, and the address that phones scan. */
export async function demonstrationLinks(
	directory: Directory,
	board: Id,
	{ here, hereAgain, room }: Addresses
): Promise<{ readonly scan: string; readonly links: readonly NamedLink[] }> {
	const code = directory.about(board)?.workshop.joinCode ?? '';
	const fragment = joinFragment({ join: code, delegation: null });
	const people = directory.people.inWorkshop(board);
	const delegates: NamedLink[] = [];
	for (const [index, key] of readyDelegates.entries()) {
		const { name, centre } = samplePersons[key];
		const person = people.find(({ row }) => row.name === name);
		if (!person) continue;
		const { path } = await directory.links.make({ kind: 'device', personId: person.row.id, holds: day });
		const who = `Delegate ${name}, ${sampleOrganisations[centre].name}:`;
		delegates.push({ who, url: `${index === 0 ? here : hereAgain}${path}` });
	}
	const facilitator = directory.people.facilitatorsOf(board)[0];
	const facilitates = await directory.links.make({
		kind: 'facilitator',
		board,
		personId: facilitator?.id ?? null,
		name: sampleFacilitator.name
	});
	const screen = await directory.links.make({ kind: 'screen', board });
	const organiser = await directory.links.make({ kind: 'organiser', name: sampleOrganiser.name });
	return {
		scan: `${room}/join#${fragment}`,
		links: [
			{ who: 'Join the board as yourself (or scan the code above):', url: `${here}/join#${fragment}` },
			...delegates,
			{
				who: `Facilitator ${facilitator?.name ?? sampleFacilitator.name}, control room:`,
				url: `${here}${facilitates.path}`
			},
			{ who: 'Projector:', url: `${here}${screen.path}` },
			{ who: 'Organiser (choose a passphrase of your own):', url: `${here}${organiser.path}` }
		]
	};
}
