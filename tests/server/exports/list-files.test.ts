import { describe, expect, it } from 'vitest';
import { renameProposal } from '#lib/domain/commands/rename-proposal.ts';
import { setContribution } from '#lib/domain/commands/set-contribution.ts';
import { setNextStep } from '#lib/domain/commands/set-next-step.ts';
import { announce, open, partnership, readyDraft, running, yes } from '../../domain/given.ts';
import { amelie, id, paivi, type Story } from '../../domain/story.ts';
import { sheetsOf } from '../../support/workbook.ts';
import { agreedForum, download, rowsOf, type AgreedForum } from './agreed-forum.ts';

const bus = { proposalId: id('bus') };
const file = (forum: AgreedForum, format: string, list = '/partnerships', language = 'en') =>
	download(forum, forum.organiser, `${list}?format=${format}`, language);

describe('an empty list', () => {
	it('is a valid file in each format, for both lists', async () => {
		const forum = await agreedForum(running());
		for (const [list, key] of [
			['/partnerships', 'partnerships'],
			['/partnerships/waiting', 'waiting']
		] as const) {
			const json = await file(forum, 'json', list);
			expect(JSON.parse(json.bytes.toString('utf8'))).toMatchObject({ forum: expect.any(String) as string, [key]: [] });
			const csv = (await file(forum, 'csv', list)).bytes.toString('utf8');
			expect(csv.split('\r\n').filter((line) => line !== '')).toHaveLength(1);
			expect(rowsOf(await file(forum, 'csv', list))).toEqual([]);
			const sheets = sheetsOf((await file(forum, 'xlsx', list)).bytes);
			expect(sheets.map(({ rows }) => rows.length)).toEqual(sheets.map(() => 1));
			expect(sheets[0]?.rows[0]?.[0]).toBe('Title');
		}
	});
});

describe('the files of a list', () => {
	it('have a name and a type by which a computer opens them', async () => {
		const forum = await agreedForum(running());
		const heads = async (format: string, list?: string) => {
			const { headers } = await file(forum, format, list);
			return [headers.get('content-disposition'), headers.get('content-type'), headers.get('cache-control')];
		};
		const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
		expect(await heads('csv')).toEqual([
			'attachment; filename=partnerships.csv',
			'text/csv; charset=utf-8',
			'no-store'
		]);
		expect(await heads('xlsx')).toEqual(['attachment; filename=partnerships.xlsx', sheet, 'no-store']);
		const waiting = await heads('json', '/partnerships/waiting');
		expect(waiting).toEqual(['attachment; filename=waiting.json', 'application/json; charset=utf-8', 'no-store']);
	});

	it('say the same in each format: a row for each party, with its yes', async () => {
		const forum = await agreedForum(partnership());
		const rows = rowsOf(await file(forum, 'csv'));
		expect(rows.map((row) => row['Partner'])).toEqual(expect.arrayContaining(['Sample Tampere', 'Sample Lyon']));
		expect(rows).toHaveLength(2);
		for (const row of rows) {
			expect(row).toMatchObject({
				...{ Title: 'Bus lessons', 'National or international': 'international', Kind: 'VET provider' },
				...{ Decision: 'agreed for the organisation', 'E-mail': '', Workshop: forum.workshop.title, Version: '1' },
				'Next steps': 'First call, Päivi, 2024-10-14'
			});
		}
		const [agreed, partners, steps] = sheetsOf((await file(forum, 'xlsx')).bytes);
		expect([agreed?.name, partners?.name, steps?.name]).toEqual(['Partnerships', 'Partners', 'Next steps']);
		expect(agreed?.rows[1]?.slice(0, 2)).toEqual(['Bus lessons', 'international']);
		expect(agreed?.rows).toHaveLength(2);
		expect(partners?.rows.slice(1)).toEqual(rows.map((row) => Object.values(row)));
		expect(steps?.rows[1]).toEqual(['Bus lessons', 'First call', 'Päivi', '2024-10-14']);
	});

	it('speak the language of the browser, and begin with the mark by which Excel reads accents', async () => {
		const forum = await agreedForum(partnership());
		const french = await file(forum, 'csv', '/partnerships', 'fr');
		expect([...french.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
		expect(rowsOf(french)[0]).toMatchObject({
			Titre: 'Bus lessons',
			Type: 'Établissement de formation professionnelle'
		});
		expect(sheetsOf((await file(forum, 'xlsx', '/partnerships', 'fr')).bytes)[0]?.name).toBe('Partenariats');
	});

	it('call it national when all organisations are of one country', async () => {
		const forum = await agreedForum(oneCountry(partnership()));
		expect(rowsOf(await file(forum, 'csv'))[0]).toMatchObject({ 'National or international': 'national' });
	});
});

describe('what somebody typed', () => {
	const wicked = ['=HYPERLINK("http://x.example";"y")', '+1', '-1+2', '@SUM(A1)', '＝1+1', '＠A1'];

	it.each(wicked)('runs in no file as a formula, and can be read: %s', async (text) => {
		const story = readyDraft()
			.did(paivi, renameProposal.with({ ...bus, title: text, language: 'en' }))
			.did(amelie, setContribution.with({ ...bus, contribution: `buses;${text}\n${text}` }))
			.did(paivi, setNextStep.with({ ...bus, stepId: id('call'), what: text, owner: text, due: null }));
		const forum = await agreedForum(confirmed(story));
		const rows = rowsOf(await file(forum, 'csv'));
		const cells = rows.flatMap((row) => Object.values(row));
		expect(cells.filter((cell) => /^\s*[=+\-@＝＋－＠\t\r]/.test(cell))).toEqual([]);
		expect(cells.filter((cell) => /[;\n]\s*[=+@＝＠]/.test(cell))).toEqual([]);
		expect(rows[0]?.['Title']).toBe(`'${text}`);
		for (const { rows: lines, xml } of sheetsOf((await file(forum, 'xlsx')).bytes)) {
			expect(xml).not.toMatch(/<f[ >]/);
			expect(lines[1]?.[0]).toBe(text);
		}
	});
});

function confirmed(story: Story): Story {
	story.did(paivi, announce).wait(10_000).did(paivi, open);
	return story.did(paivi, yes(story)).did(amelie, yes(story));
}

/** The partnership with its second organisation in the country of the first. */
function oneCountry(agreed: Story): Story {
	for (const [index, event] of agreed.events.entries()) {
		const { snapshot } = event.texts;
		if (snapshot === undefined) continue;
		const texts = { ...event.texts, snapshot: snapshot.replaceAll('"country":"FR"', '"country":"FI"') };
		agreed.events[index] = { ...event, texts };
	}
	return agreed;
}
