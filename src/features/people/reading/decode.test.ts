import { describe, expect, test } from 'vitest';
import { Refusal } from '#kernel/refusal.ts';
import { decode } from './decode.ts';

const text = 'First Name,Last Name\nZoë,Łęcki\n伟明,欧阳\nJürgen,🌸\n';
const western = 'First Name,Last Name\nZoë,Müller – “x” €\n';

function wide(content: string, littleEndian: boolean, mark: boolean): Uint8Array {
	const units = mark ? `\ufeff${content}` : content;
	const view = new DataView(new ArrayBuffer(units.length * 2));
	for (let at = 0; at < units.length; at += 1) {
		view.setUint16(at * 2, units.charCodeAt(at), littleEndian);
	}
	return new Uint8Array(view.buffer);
}

function windows1252(content: string): Uint8Array {
	const special: Record<string, number> = { '–': 0x96, '“': 0x93, '”': 0x94, '€': 0x80 };
	return Uint8Array.from(content, (letter) => special[letter] ?? letter.charCodeAt(0));
}

describe('decode', () => {
	test('UTF-8, with and without a mark', () => {
		expect(decode(new TextEncoder().encode(text))).toBe(text);
		expect(decode(new TextEncoder().encode(`\ufeff${text}`))).toBe(text);
		expect(decode(new Uint8Array())).toBe('');
	});

	test('UTF-16, both ends, with and without a mark', () => {
		for (const littleEndian of [true, false]) {
			for (const mark of [true, false]) {
				expect(decode(wide(text, littleEndian, mark))).toBe(text);
			}
		}
	});

	test('Windows-1252', () => {
		expect(decode(windows1252(western))).toBe(western);
	});

	test('one damaged byte does not cost every other letter', () => {
		const bytes = new TextEncoder().encode(text);
		bytes[bytes.indexOf(0xc3)] = 0xff;
		expect(decode(bytes)).toContain('伟明,欧阳\nJürgen');
	});

	test.each([
		['zeros in text', new TextEncoder().encode('First Name\0,Last')],
		['a picture', Uint8Array.from({ length: 500 }, (_, index) => (index * 37) % 256)],
		['control characters', Uint8Array.from({ length: 500 }, (_, index) => 1 + (index % 20))],
		['UTF-32', Uint8Array.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0])]
	])('refuses %s', (_, bytes) => {
		expect(() => decode(bytes)).toThrow(Refusal);
		expect(() => decode(bytes)).toThrow(/not a text file\. Nothing was imported\./);
	});
});
