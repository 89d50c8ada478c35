import { inflateRawSync } from 'node:zlib';

/** Every file of a zip archive by its name: read from its directory at the end, as the format says it. */
export function unzipped(bytes: Buffer): ReadonlyMap<string, string> {
	const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
	if (end < 0) throw new Error('This is no zip archive');
	const files = new Map<string, string>();
	let at = bytes.readUInt32LE(end + 16);
	for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
		const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
		const [nameLength, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
		const header = bytes.readUInt32LE(at + 42);
		const name = bytes.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
		const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
		const content = bytes.subarray(start, start + size);
		files.set(name, (method === 0 ? content : inflateRawSync(content)).toString('utf8'));
		at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
	}
	return files;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(xml: string): string {
	return xml.replace(/&(#x?)?(\w+);/g, (_all, number: string | undefined, name: string) => {
		if (number === undefined) return entities[name] ?? '';
		return String.fromCodePoint(parseInt(name, number === '#x' ? 16 : 10));
	});
}

const textsIn = (xml: string) =>
	[...xml.matchAll(/<t(?:\s[^>]*)?>([\s\S]*?)<\/t>/g)].map(([, text = '']) => unescaped(text)).join('');

export type Sheet = { readonly name: string; readonly rows: readonly (readonly string[])[]; readonly xml: string };

/** The sheets of a workbook, cell by cell, read from its XML and from nothing that wrote it. */
export function sheetsOf(bytes: Buffer): readonly Sheet[] {
	const files = unzipped(bytes);
	const shared = [...(files.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>([\s\S]*?)<\/si>/g)].map(([, xml = '']) =>
		textsIn(xml)
	);
	const names = [...(files.get('xl/workbook.xml') ?? '').matchAll(/<sheet [^>]*name="([^"]*)"/g)];
	return names.map(([, name = ''], index) => {
		const xml = files.get(`xl/worksheets/sheet${index + 1}.xml`) ?? '';
		const rows = [...xml.matchAll(/<row [^>]*?(?:\/>|>([\s\S]*?)<\/row>)/g)].map(([, cells = '']) =>
			[...cells.matchAll(/<c ([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)].map(([, attributes = '', content = '']) => {
				const value = /<v>([\s\S]*?)<\/v>/.exec(content)?.[1] ?? '';
				if (/t="s"/.test(attributes)) return shared[Number(value)] ?? '';
				return /t="inlineStr"/.test(attributes) ? textsIn(content) : unescaped(value);
			})
		);
		return { name: unescaped(name), rows, xml };
	});
}
