import { describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { cutAtMarks } from '#lib/ui/combobox-option.ts';
import { countryName } from '#lib/ui/country-name.ts';
import QrCode from '#lib/ui/QrCode.svelte';
import { qrPath } from '#lib/ui/qr-path.ts';
import { formatTime } from '#lib/ui/time-format.ts';

describe('a country code', () => {
	test('has its name in the reader’s language', () => {
		expect(countryName('FI', 'en')).toBe('Finland');
		expect(countryName('FI', 'fr')).toBe('Finlande');
	});

	test('of the institutions of the EU is understood, too', () => {
		expect(countryName('EL', 'en')).toBe('Greece');
		expect(countryName('UK', 'en')).toBe('United Kingdom');
	});

	test('that is none stays as it is', () => {
		expect(countryName('Europe', 'en')).toBe('Europe');
	});
});

describe('a time', () => {
	const at = Date.UTC(2024, 8, 30, 12, 5);

	test('has the 24 hours of a European timetable, in the place’s zone', () => {
		expect(formatTime(at, 'time', 'en', 'Europe/Paris')).toBe('14:05');
		expect(formatTime(at, 'time', 'fr', 'Europe/Helsinki')).toBe('15:05');
		expect(formatTime(Date.UTC(2024, 8, 30, 22, 5), 'time', 'en', 'Europe/Paris')).toBe('00:05');
	});

	test('has its date in the reader’s language', () => {
		expect(formatTime(at, 'date', 'en', 'Europe/Paris')).toBe('30 September 2024');
		expect(formatTime(at, 'date', 'fr', 'Europe/Paris')).toBe('30 septembre 2024');
	});
});

describe('marked letters', () => {
	test('cut a text into pieces that add up to it', () => {
		const pieces = cutAtMarks('Sample Tampere', [[7, 11]]);
		expect(pieces).toEqual([
			{ text: 'Sample ', marked: false },
			{ text: 'Tamp', marked: true },
			{ text: 'ere', marked: false }
		]);
	});

	test('that lie outside of the text, or over one another, are left out', () => {
		const cut = (marks: readonly (readonly [number, number])[]) =>
			cutAtMarks('Lyon', marks)
				.map((piece) => piece.text)
				.join('');
		expect(cut([[2, 9]])).toBe('Lyon');
		expect(
			cut([
				[0, 3],
				[1, 4]
			])
		).toBe('Lyon');
	});
});

describe('a QR code', () => {
	test('is square, large enough for its text, and has its three corners', () => {
		const short = qrPath('https://match.example/LIME42');
		const long = qrPath(`https://match.example/${'x'.repeat(200)}`);
		expect((short.size - 17) % 4).toBe(0);
		expect(long.size).toBeGreaterThan(short.size);
		for (const corner of ['M0 0h7v1h-7z', `M${short.size - 7} 0h7v1h-7z`, `M0 ${short.size - 7}h7v1h-7z`]) {
			expect(short.path).toContain(corner);
		}
	});

	test('is an image with a name and a quiet zone of four modules', async () => {
		await render(QrCode, { text: 'https://match.example/LIME42', label: 'Join the room' });
		const image = page.getByRole('img', { name: 'Join the room' });
		const { size } = qrPath('https://match.example/LIME42');
		await expect.element(image).toHaveAttribute('viewBox', `-4 -4 ${size + 8} ${size + 8}`);
	});
});
