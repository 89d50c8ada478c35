import type { Id } from '#lib/domain/ids.ts';
import { joinFragment, showCode } from '#lib/protocol/join-codes.ts';
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

export type DemonstrationLinks = {
	/** What phones scan. */
	readonly scan: string;
	readonly links: readonly NamedLink[];
	/** What stands on the sheet of one organisation: with it a newcomer can try to be verified. */
	readonly sheet: { readonly organisation: string; readonly code: string };
};

/** Fresh one-time links into every role of the demonstration, and the address that phones scan. */
export async function demonstrationLinks(
	directory: Directory,
	board: Id,
	{ here, hereAgain, room }: Addresses
): Promise<DemonstrationLinks> {
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
	return {
		scan: `${room}/join#${fragment}`,
		sheet: sampleSheet(directory),
		links: [
			{ who: 'Join the board as yourself (or scan the code above):', url: `${here}/join#${fragment}` },
			...delegates,
			{
				who: `Facilitator ${facilitator?.name ?? sampleFacilitator.name}, control room:`,
				url: `${here}${facilitates.path}`
			},
			{ who: 'Projector:', url: `${here}${screen.path}` },
			await organiserLink(directory, here)
		]
	};
}

/** Once somebody organises, a new link would ask for a passphrase again: they sign in. */
async function organiserLink(directory: Directory, here: string): Promise<NamedLink> {
	if (directory.claims.hasOrganiser()) {
		return { who: 'Organiser (sign in with the name and passphrase that you chose):', url: `${here}/organise` };
	}
	const { path } = await directory.links.make({ kind: 'organiser', name: sampleOrganiser.name });
	return { who: 'Organiser (choose a passphrase of your own):', url: `${here}${path}` };
}

function sampleSheet({ centres }: Directory): DemonstrationLinks['sheet'] {
	const organisation = sampleOrganisations[samplePersons[readyDelegates[0]].centre].name;
	const row = [...centres.all()].find(({ name }) => name === organisation);
	if (!row) throw new Error(`The demonstration has no organisation called ${organisation}.`);
	return { organisation, code: showCode(centres.codeOf(row)) };
}
