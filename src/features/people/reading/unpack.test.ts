import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { Refusal } from '#kernel/refusal.ts';
import { connectionsCsv, connectionsZip } from '#tests/support/connections.ts';
import { mostEntries, mostUnpacked } from './limits.ts';
import { unpack } from './unpack.ts';

const csv = connectionsCsv({ rows: 20 });
const bytes = strToU8(csv);

function codeOf(upload: Uint8Array): string {
	try {
		unpack(upload);
		return 'unpacked';
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		expect(error.sentence).toContain('Nothing was imported.');
		return error.code;
	}
}

/** Changes a field of every entry of the central directory; `offset` as in APPNOTE 4.3.12. */
function withDirectory(zip: Uint8Array, change: (view: DataView, at: number) => void): Uint8Array {
	const copy = zip.slice();
	const view = new DataView(copy.buffer);
	for (let at = 0; at + 4 < copy.length; at += 1) {
		if (view.getUint32(at, true) === 0x02014b50) change(view, at);
	}
	return copy;
}

describe('what is found', () => {
	test('bytes that are no ZIP are the CSV', () => {
		expect(unpack(bytes)).toEqual(bytes);
	});

	test('a ZIP, and a ZIP in a ZIP', () => {
		expect(unpack(connectionsZip(csv))).toEqual(bytes);
		expect(unpack(connectionsZip(csv, { nested: true }))).toEqual(bytes);
	});

	test('any case, any folder, the least deep one first, stored or deflated', () => {
		const other = strToU8('First Name,Company\nX,Y\n');
		expect(unpack(zipSync({ 'a/b/CONNECTIONS.CSV': bytes }, { level: 0 }))).toEqual(bytes);
		expect(unpack(zipSync({ 'a/Connections.csv': other, 'connections.csv': bytes }))).toEqual(
			bytes
		);
		expect(
			unpack(zipSync({ '__MACOSX/Connections.csv': other, 'z/connections.csv': bytes }))
		).toEqual(bytes);
	});

	test('by its header under another name, beside a file that also has names', () => {
		const praise = strToU8('First Name,Last Name,Company,Job Title,Text\nA,B,C,D,E\n');
		const german = strToU8(connectionsCsv({ rows: 3, language: 'de' }));
		expect(unpack(zipSync({ 'Lob.csv': praise, 'Kontakte.csv': german }))).toEqual(german);
	});

	test('a lone CSV with an unknown header, for a mapping', () => {
		const odd = strToU8('eins;zwei\na;b\n');
		expect(unpack(zipSync({ 'x.csv': odd }))).toEqual(odd);
	});

	test('beside a broken archive', () => {
		const broken = strToU8('PK\u0003\u0004broken');
		const good = connectionsZip(csv);
		expect(unpack(zipSync({ 'a.zip': broken, 'b.zip': good }))).toEqual(bytes);
	});
});

describe('what is refused', () => {
	test('a ZIP without such a file, an empty one, and paths that lead outside', () => {
		expect(codeOf(zipSync({ 'a.txt': bytes }))).toBe('people.zip-no-connections');
		expect(codeOf(zipSync({}))).toBe('people.zip-no-connections');
		for (const path of ['../Connections.csv', '/Connections.csv', 'C:\\Connections.csv']) {
			expect(codeOf(zipSync({ [path]: bytes }))).toBe('people.zip-no-connections');
		}
	});

	test('every truncation', () => {
		const zip = connectionsZip(csv, { nested: true });
		for (let length = 4; length < zip.length; length += 7) {
			expect(codeOf(zip.subarray(0, length))).toBe('people.zip-damaged');
		}
	});

	test('a changed byte in the content', () => {
		const zip = zipSync({ 'Connections.csv': bytes }, { level: 0 });
		zip[200] = (zip[200] ?? 0) ^ 1;
		expect(codeOf(zip)).toBe('people.zip-damaged');
	});

	test('encrypted, and packed in another way', () => {
		const zip = connectionsZip(csv);
		const locked = withDirectory(zip, (view, at) => view.setUint16(at + 8, 1, true));
		const other = withDirectory(zip, (view, at) => view.setUint16(at + 10, 14, true));
		expect(codeOf(locked)).toBe('people.zip-encrypted');
		expect(codeOf(other)).toBe('people.zip-method');
	});

	test('a bomb, whatever size it claims', () => {
		const zip = zipSync({ 'Connections.csv': new Uint8Array(mostUnpacked + 1) });
		const lying = withDirectory(zip, (view, at) => view.setUint32(at + 24, 100, true));
		expect(codeOf(zip)).toBe('people.zip-too-large');
		expect(codeOf(lying)).toBe('people.zip-too-large');
		expect(codeOf(zipSync({ 'a.zip': lying, 'b.zip': lying }))).toBe('people.zip-too-large');
	});

	test('a CSV above its own limit, and too many entries', () => {
		expect(codeOf(zipSync({ 'Connections.csv': new Uint8Array(11 << 20) }))).toBe(
			'people.csv-too-large'
		);
		const files = Array.from(
			{ length: mostEntries + 1 },
			(_, index) => [`${index}`, bytes] as const
		);
		expect(codeOf(zipSync(Object.fromEntries(files), { level: 0 }))).toBe('people.zip-too-many');
	});

	test('a third level of nesting', () => {
		const deep = zipSync({ 'outer.zip': connectionsZip(csv, { nested: true }) });
		expect(codeOf(deep)).toBe('people.zip-no-connections');
	});
});
