import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { Refusal } from '#kernel/refusal.ts';
import { connectionsCsv, everyLanguage } from '#tests/support/connections.ts';
import { readConnections, type Mapping } from './connections-file.ts';

const header = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On';

function read(text: string, mapping?: Mapping) {
	const result = readConnections(text, mapping);
	if (!result.ok) throw new Error(result.sentence);
	return result;
}

test('characters that change the direction of writing are removed', () => {
	const cells =
		'\u202eJoan,\u2067Whit\u2069combe\u202c,https://www.linkedin.com/in/joan\u202e,,\u2066Birch Press\u2069,,';
	expect(read(`${header}\n${cells}\n`).rows[0]).toMatchObject({
		name: 'Joan Whitcombe',
		company: 'Birch Press',
		profile: 'linkedin.com/in/joan'
	});
	const rejected = read(`${header}\nAda,Quill,,,,,\n,,,,\u202eEditor,,\n`).unreadable;
	expect(JSON.stringify(rejected)).not.toContain('\u202e');
});

describe('an invented file', () => {
	test.each(everyLanguage)('in %s: everybody, with a date', (language) => {
		const { rows, unreadable } = read(connectionsCsv({ rows: 200, language }));
		expect(rows).toHaveLength(200);
		expect(unreadable).toEqual([]);
		expect(rows.filter((row) => row.connectedOn && row.profile)).toHaveLength(200);
	});

	test('is the same with mark, CRLF, without preamble, and with the address last', () => {
		const usual = read(connectionsCsv({ rows: 100, preamble: false })).rows;
		for (const withUrls of [true, 'last'] as const) {
			const text = connectionsCsv({ rows: 100, preamble: false, bom: true, crlf: true, withUrls });
			expect(read(text).rows).toEqual(usual);
		}
		expect(read(connectionsCsv({ rows: 100, withUrls: false })).rows[0]).not.toHaveProperty(
			'profile'
		);
	});
});

describe('one row', () => {
	test('everything in it', () => {
		const row =
			'Zoë,"Łęcki, PhD 🌱",https://de.linkedin.com/in/Zo%C3%AB/,Z@Post.example,"A ""B"", C",Editor,12 Mar 2021';
		expect(read(`Notes:\n"x"\n\n${header}\n${row}\n`).rows).toEqual([
			{
				line: 5,
				givenName: 'Zoë',
				familyName: 'Łęcki, PhD 🌱',
				name: 'Zoë Łęcki, PhD 🌱',
				email: 'z@post.example',
				profile: 'linkedin.com/in/zoë',
				company: 'A "B", C',
				position: 'Editor',
				connectedOn: '2021-03-12'
			}
		]);
	});

	test('what cannot be read of it is left out', () => {
		expect(read(`${header}\nA,undefined,nowhere,nobody,,,soon`).rows).toEqual([
			{ line: 2, givenName: 'A', familyName: '', name: 'A', company: '', position: '' }
		]);
		expect(read(`${header}\nA,Null,,,,,`).rows[0]?.name).toBe('A Null');
	});

	test('cells are tidied, and cut without splitting a character', () => {
		const long = '🌱'.repeat(400);
		const result = read(`${header}\n"  A\n B ",C\u00a0D,,,${long},x\u0007y,`);
		expect(result.rows[0]).toMatchObject({
			name: 'A B C D',
			position: 'x y',
			company: '🌱'.repeat(150)
		});
		expect(result.shortened).toBe(1);
		expect(read(`${header}\n${'a'.repeat(500)},${'b'.repeat(500)}`).rows[0]?.name).toHaveLength(
			199
		);
	});
});

describe('rejected rows', () => {
	test('each with its line, what stands there, and why', () => {
		const same = 'https://www.linkedin.com/in/ann';
		const lines = [
			header,
			`Ann,A,${same},a@post.example,,,`,
			',,,,,,',
			',,,,Birch,Editor,',
			`Ann,B,${same}/,,,,`,
			'Ann,C,,A@post.example,,,',
			'D,E,,,Birch, Ltd,Editor,12 Mar 2021',
			'"F,G,,,,,',
			'H,I,,,,,,,,'
		];
		const result = read(lines.join('\r\n'));
		expect(result.rows.map((row) => [row.line, row.name])).toEqual([
			[2, 'Ann A'],
			[9, 'H I']
		]);
		expect(result.empty).toBe(1);
		expect(result.unreadable).toEqual([
			{ line: 4, raw: lines[3], reason: 'This row has no name.' },
			{ line: 5, raw: lines[4], reason: 'This row has the same profile address as line 2.' },
			{ line: 6, raw: lines[5], reason: 'This row has the same e-mail address as line 2.' },
			{ line: 7, raw: lines[6], reason: 'This row has 8 cells, but the header has 7.' },
			{ line: 8, raw: lines[7], reason: 'A quotation mark opens in this row and is not closed.' }
		]);
	});

	test('names of invisible characters are rejected', () => {
		expect(read(`${header}\nA,,,,,,\n\u200b,\u3164,,,B,,`).unreadable[0]?.line).toBe(3);
	});

	test('what is kept of a row is short', () => {
		expect(read(`${header}\nA,\n,,,,${'x'.repeat(900)},,`).unreadable[0]?.raw).toHaveLength(300);
	});
});

describe('no import of nobody', () => {
	test.each(['', '\ufeff', ' \r\n\r\n', header, `${header}\n`, `${header}\n,,,,,,\n,,,,B,,\n`])(
		'%j',
		(text) => {
			const result = readConnections(text);
			expect(result).toMatchObject({ ok: false, reason: 'no-people' });
			expect(!result.ok && result.sentence).toMatch(/Nothing was imported\. Choose/);
		}
	);

	test('more rows than LinkedIn has are refused', () => {
		expect(() => readConnections(`${header}\n${'A,B\n'.repeat(100_001)}`)).toThrow(Refusal);
	});
});

describe('mapping', () => {
	const text = 'eins;zwei;drei\nBell;Anna;Birch\nAsh;Ben;Øre\n';

	test('is asked for with header and sample', () => {
		expect(readConnections(text)).toMatchObject({
			ok: false,
			reason: 'no-header',
			header: ['eins', 'zwei', 'drei'],
			sample: [
				['Bell', 'Anna', 'Birch'],
				['Ash', 'Ben', 'Øre']
			]
		});
	});

	test('is used, also for the line that was no header', () => {
		const columns = { familyName: 0, givenName: 1, company: 2 };
		expect(read(text, { columns }).rows.map((row) => row.name)).toEqual(['Anna Bell', 'Ben Ash']);
		expect(read(text, { columns, headerIsRow: true }).rows[0]).toMatchObject({
			line: 1,
			name: 'zwei eins'
		});
		expect(read(text, { columns: { name: 1 } }).rows[0]).toMatchObject({
			name: 'Anna',
			givenName: ''
		});
	});

	test.each([{}, { company: 1 }, { name: 3 }, { name: -1 }, { name: 0.5 }])(
		'refuses %j',
		(columns) => {
			expect(() => readConnections(text, { columns })).toThrow(/Nothing was imported/);
		}
	);
});

test('whatever people are called, they come back as they were written', () => {
	const word = fc.oneof(
		fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
		fc.string({ unit: fc.constantFrom(...'a,"\n;é🌱ü李'), minLength: 1, maxLength: 8 })
	);
	const person = fc.record({ given: word, family: word, company: word, position: word });
	const tidy = (text: string) => text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
	fc.assert(
		fc.property(fc.array(person, { minLength: 1, maxLength: 8 }), fc.boolean(), (people, crlf) => {
			const cells = people.map((one) => [
				'X' + one.given,
				'Y' + one.family,
				one.company,
				one.position
			]);
			const newline = crlf ? '\r\n' : '\n';
			const text = Papa.unparse([['First Name', 'Last Name', 'Company', 'Position'], ...cells], {
				newline
			});
			const rows = read(text).rows.map((row) => [
				row.givenName,
				row.familyName,
				row.company,
				row.position
			]);
			expect(rows).toEqual(cells.map((row) => row.map(tidy)));
		}),
		{ numRuns: 500 }
	);
});
