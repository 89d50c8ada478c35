import { emptyRecord, type CentreRecord, type ExistingCentre } from '../../../server/roster/centre-record.ts';
import { readRosterFile } from '../../../server/roster/read-roster-file.ts';
import type { RosterKind } from '#lib/protocol/rest-roster.ts';
import { previewRoster, type RosterPreview } from '../../../server/roster/roster-preview.ts';

/** The roster, what the organiser chose, and networks of the same import. */
type Given = { existing?: readonly ExistingCentre[]; kind?: RosterKind | null; coming?: readonly string[] };

function request(lines: readonly string[], { existing = [], kind = null, coming = [] }: Given) {
	const table = readRosterFile(new TextEncoder().encode(lines.join('\n')));
	if ('sentence' in table) throw new Error(table.sentence);
	return {
		table,
		kind,
		existing,
		comingNetworks: coming.map((name) => ({ name })),
		isSectorCode: (code: string) => ['isced:0716', 'isced:0913', 'eco:mobility'].includes(code),
		sectorNamed: (label: string) => (label.toLowerCase() === 'nursing, midwifery' ? 'isced:0913' : null)
	};
}

/** What an import of these lines would do; throws when the file is refused. */
export function preview(lines: readonly string[], given: Given = {}): RosterPreview {
	const made = previewRoster(request(lines, given));
	if ('code' in made) throw new Error(made.sentence);
	return made;
}
/** Code and values of the refusal of a whole file. */
export const refusal = (lines: readonly string[], given: Given = {}) => {
	const made = previewRoster(request(lines, given));
	return 'code' in made ? [made.code, made.values] : 'was read';
};

export const organisation = (name: string, more: Partial<CentreRecord> = {}): ExistingCentre => ({
	...emptyRecord('organisations'),
	id: `id of ${name}`,
	name,
	...more
});
export const network = (name: string, id = `id of ${name}`): ExistingCentre => ({
	...emptyRecord('networks'),
	id,
	name
});

/** Each row as `line action name`, each problem as `line column code`. */
export const actions = ({ rows }: RosterPreview) => rows.map(({ line, action, name }) => `${line} ${action} ${name}`);
export const problems = ({ rows }: RosterPreview) =>
	rows.flatMap(({ line, problems: found }) => found.map(({ column, code }) => `${line} ${column} ${code}`));
export const centres = ({ rows }: RosterPreview) => rows.map(({ centre }) => centre);
