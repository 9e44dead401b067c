import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Refusal, refuseInvalid } from '#kernel/refusal.ts';
import { jsonOf, linesOf } from './output.ts';
import { refusalText } from './refusal.ts';
import { tableOf } from './table.ts';
import { fitTo, maskControls, textWidth } from './width.ts';

test.each([
	['Joan', 4],
	['欧阳伟明', 8],
	['さくら', 6],
	['민준', 4],
	['ｱｷﾗ', 3],
	['Ｊｏ', 4],
	['José', 4],
	['🦋', 2],
	['❤️', 2],
	['—', 1]
])('%s takes %i columns', (text, columns) => {
	expect(textWidth(text)).toBe(columns);
});

test('whatever the text, it fills its columns exactly', () => {
	fc.assert(
		fc.property(
			fc.string({ unit: 'grapheme' }),
			fc.integer({ min: 1, max: 30 }),
			(text, maxColumns) => {
				const plain = maskControls(text);
				expect(textWidth(fitTo(plain, maxColumns))).toBe(maxColumns);
				if (textWidth(plain) <= maxColumns)
					expect(fitTo(plain, maxColumns).trimEnd()).toBe(plain.trimEnd());
			}
		)
	);
});

test('no line of a table is wider than the terminal, and ids are complete or left out', () => {
	const cell = fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.constant(null));
	const row = fc.record({
		id: fc.uuid(),
		name: cell,
		company: cell,
		note: cell,
		personId: fc.uuid()
	});
	fc.assert(
		fc.property(
			fc.array(row, { minLength: 1 }),
			fc.integer({ min: 10, max: 160 }),
			(rows, maxColumns) => {
				const lines = tableOf(rows, maxColumns);
				expect(lines).toHaveLength(rows.length + 1);
				for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(maxColumns);
				const [head = '', first = ''] = lines;
				if (/(^| )ID( |$)/.test(head)) expect(first).toContain(rows[0]?.id);
			}
		)
	);
});

test('where nothing has to fit, nothing is cut', () => {
	const long = 'a very long title that would not fit into eighty columns, '.repeat(3).trim();
	expect(tableOf([{ title: long }], Infinity)[1]).toBe(long);
	expect(tableOf([{ title: long, seat: 1 }], 50)[1]).toMatch(/^a very long.*… {2}1$/);
});

test('objects become lines, lists of objects tables, texts keep their lines', () => {
	const answer = {
		name: '欧阳',
		note: 'one\ntwo',
		from: { source: 'hand' },
		themes: [{ title: 'Editing', seat: 1, inner: { a: 1 } }],
		none: [],
		words: ['a', 'b'],
		empty: null
	};
	expect(linesOf(answer, 80)).toEqual([
		'name:   欧阳',
		'note:',
		'  one',
		'  two',
		'from:',
		'  source: hand',
		'themes (1):',
		'  TITLE    SEAT',
		'  Editing  1',
		'none:   none',
		'words:  a, b',
		'empty:  –'
	]);
	expect(linesOf({}, 80)).toEqual([]);
});

test('control characters that a terminal interprets are masked', () => {
	const evil = 'Joan\u001b[2J\u009b31m\u202eevil';
	const shown = [...linesOf({ name: evil, list: [{ evil }] }, 80), jsonOf({ evil })].join('\n');
	expect(shown).not.toMatch(/[\u001b\u009b]/u);
	expect(JSON.parse(jsonOf({ evil }))).toEqual({ evil });
	expect(refusalText(refuseInvalid('a.b', evil), false)).not.toMatch(/\u001b/u);
});

test('a refusal names the option of each field', () => {
	const refusal = new Refusal({
		kind: 'invalid',
		code: 'input.invalid',
		sentence: 'A date looks like 2026-11-23. Nothing was changed.',
		fields: [
			{ field: 'was.lookAgainOn', sentence: 'A date looks like 2026-11-23.' },
			{ field: 'id', sentence: 'This is no id.' }
		]
	});
	expect(refusalText(refusal, false).split('\n').slice(1)).toEqual([
		'  --was.look-again-on  A date looks like 2026-11-23.',
		'  --id  This is no id.'
	]);
	expect(JSON.parse(refusalText(refusal, true))).toMatchObject({
		kind: 'invalid',
		fields: [{ option: '--was.look-again-on' }, { option: '--id' }]
	});
});
