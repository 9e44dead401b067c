import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDate } from './dates.ts';

test.each([
	['12 Mar 2021', '2021-03-12'],
	['02 Dec 2019', '2019-12-02'],
	['2021-03-12', '2021-03-12'],
	['2021-03-12T10:00:00Z', '2021-03-12'],
	['12.03.2021', '2021-03-12'],
	['12. März 2021', '2021-03-12'],
	['12 Mär. 2021', '2021-03-12'],
	['7 août 2020', '2020-08-07'],
	['7 juin 2020', '2020-06-07'],
	['7 juil. 2020', '2020-07-07'],
	['3 de mar. de 2018', '2018-03-03'],
	['3 de dezembro de 2018', '2018-12-03'],
	['1 mrt. 2022', '2022-03-01'],
	['1 lug 2022', '2022-07-01'],
	['15 paź 2022', '2022-10-15'],
	['15 października 2022', '2022-10-15'],
	['29 feb. 2024', '2024-02-29'],
	['Mar 12, 2021', '2021-03-12']
])('%s', (text, date) => {
	expect(readDate(text)).toBe(date);
});

test.each([
	'',
	'soon',
	'30 Feb 2021',
	'29 Feb 2023',
	'0 Mar 2021',
	'12 Foo 2021',
	'03/04/2021',
	'12 Mar 21',
	'1 Jan 1066'
])('reads no date from %j', (text) => {
	expect(readDate(text)).toBeUndefined();
});

test('what it reads exists in the calendar; it never throws', () => {
	const part = fc.constantFrom('1', '31', '2021', 'Feb', 'feb.', '.', '-', ' ', ' de ', 'x', '02');
	fc.assert(
		fc.property(fc.array(part, { maxLength: 7 }), (parts) => {
			const date = readDate(parts.join(''));
			if (date !== undefined) expect(Temporal.PlainDate.from(date).toString()).toBe(date);
		}),
		{ numRuns: 2000 }
	);
});
