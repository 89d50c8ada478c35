import { encode } from 'uqr';

/** The dark modules of a QR code as one SVG path, one unit a module, without the quiet zone. Recovers about 15 % of damage. */
export function qrPath(text: string): { readonly path: string; readonly size: number } {
	const code = encode(text, { ecc: 'M', border: 0 });
	const runs: string[] = [];
	code.data.forEach((row, y) => {
		let x = 0;
		while (x < row.length) {
			const start = x;
			while (row[x]) x += 1;
			if (x > start) runs.push(`M${start} ${y}h${x - start}v1h-${x - start}z`);
			else x += 1;
		}
	});
	return { path: runs.join(''), size: code.size };
}
