import { raw, Router, type Request } from 'express';
import { isRefusal } from '#lib/domain/cards.ts';
import { reject, type Refusal } from '#lib/domain/command.ts';
import { restLimits } from '#lib/protocol/rest.ts';
import { type RosterPreview } from '#lib/protocol/rest-roster.ts';
import type { RosterFile } from '../../directory/roster-import.ts';
import { isRosterEncoding } from '../../roster/decode-roster.ts';
import type * as roster from '../../roster/roster-preview.ts';
import { queryOf } from './answering.ts';
import type { Desk } from './desk.ts';

const sampleRows = 20;
const is = { add: 'added', update: 'changed', unchanged: 'same' } as const;

/** Brings networks and organisations in from a CSV file: first a look, then all of it or nothing. */
export function rosterRoutes({ directory, speakers, notices }: Desk): Router {
	const router = Router();
	router.use('/roster', raw({ type: () => true, limit: restLimits.rosterBytes }));

	router.post(
		'/roster/preview',
		speakers.route(['organiser'], (_speaker, request) => {
			const file = fileOf(request);
			if (isRefusal(file)) return file;
			const preview = directory.roster.preview(file);
			return isRefusal(preview) ? preview : shownPreview(preview);
		})
	);

	router.post(
		'/roster/import',
		speakers.route(['organiser'], async ({ personId }, request) => {
			const file = fileOf(request);
			if (isRefusal(file)) return file;
			const imported = await directory.roster.import(file, personId);
			if (isRefusal(imported)) return imported;
			await notices.centresChanged(imported.changed, personId);
			return shownPreview(imported.preview);
		})
	);

	return router;
}

function fileOf(request: Request): RosterFile | Refusal {
	const bytes: unknown = request.body;
	if (!(bytes instanceof Uint8Array)) {
		return reject('roster-empty', 'This file is empty. Choose the file with your roster.');
	}
	const kind = queryOf(request, 'kind');
	const encoding = queryOf(request, 'encoding');
	if (encoding !== '' && !isRosterEncoding(encoding)) {
		return reject('input-invalid', 'This encoding is not known. Choose another.', { field: 'encoding' });
	}
	return {
		bytes,
		kind: kind === 'networks' || kind === 'organisations' ? kind : null,
		encoding: encoding === '' ? null : encoding
	};
}

function shownPreview({ rows, counts, ...file }: roster.RosterPreview): RosterPreview {
	const readable = rows.flatMap((row) => (row.action === 'bad' ? [] : [row]));
	return {
		...file,
		counts: { rows: rows.length, added: counts.add, changed: counts.update, same: counts.unchanged },
		problems: rows.flatMap(({ line, problems }) => problems.map((problem) => ({ line, ...problem }))),
		sample: readable.slice(0, sampleRows).map(({ line, action, centre }) => {
			const { name, legalName, city, country, kind, networks } = centre;
			return { line, is: is[action], name, legalName, city, country, kind, networks };
		})
	};
}
