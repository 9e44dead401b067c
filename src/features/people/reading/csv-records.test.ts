import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { recordsOf } from './csv-records.ts';

function read(text: string, width = 2) {
	return [...recordsOf(text, { delimiter: ',', width }, 0, 1)].map(({ line, cells, reason }) =>
		reason ? `${line}: ${reason.slice(0, 20)}` : `${line}: ${cells.join('|')}`
	);
}

const open = 'A quotation mark ope';

describe('records', () => {
	test('lines are counted as an editor counts, also with quoted line breaks', () => {
		expect(read('a,b\n"c\nd",e\n\nf,"g\n\nh"\ni,j')).toEqual([
			'1: a|b',
			'2: c\nd|e',
			'4: ',
			'5: f|g\n\nh',
			'8: i|j'
		]);
	});

	test('a quotation that is never closed costs its own line', () => {
		expect(read('a,b\n"c,d\ne,f\ng,h\n')).toEqual(['1: a|b', `2: ${open}`, '3: e|f', '4: g|h']);
	});

	test('nor does it consume lines up to the next quotation', () => {
		expect(read('"a,b\nc,d\ne,"f, g"\nh,i')).toEqual([
			`1: ${open}`,
			'2: c|d',
			'3: e|f, g',
			'4: h|i'
		]);
		expect(read('"a,b\nc,d\n5",f\nh,i')[0]).toBe('1: a,b\nc,d\n5|f');
		expect(read('"a,b\nc,d\n5"\nh,i')).toEqual([`1: ${open}`, '2: c|d', '3: 5"', '4: h|i']);
	});

	test('a stray quotation mark inside a cell does no harm', () => {
		expect(read('a 5" pipe,b\n"Max "Tall" Bell",c\nd,e')).toEqual([
			'1: a 5" pipe|b',
			'2: Max "Tall" Bell|c',
			'3: d|e'
		]);
	});

	test('an overlong line is rejected', () => {
		expect(read(`a,b\n${'x'.repeat(20_001)}\nc,d`)).toEqual([
			'1: a|b',
			'2: This row is longer t',
			'3: c|d'
		]);
	});

	test('a quotation across the border of two blocks', () => {
		const before = 'a,b\n'.repeat(999);
		expect(read(`${before}"c\nd",e\nf,g\n`).slice(-2)).toEqual(['1000: c\nd|e', '1002: f|g']);
	});

	test('agrees with papaparse on every well-formed text', () => {
		const cell = fc.string({ unit: fc.constantFrom(...'ab,"\n é'), maxLength: 5 });
		fc.assert(
			fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }), (rows) => {
				const text = Papa.unparse(rows, { newline: '\n', quotes: true });
				const records = [...recordsOf(text, { delimiter: ',', width: 3 }, 0, 1)];
				expect(records.map((record) => record.cells)).toEqual(rows);
				for (const { line, start } of records) {
					expect(text.slice(0, start).split('\n').length).toBe(line);
				}
			}),
			{ numRuns: 1000 }
		);
	});
});
