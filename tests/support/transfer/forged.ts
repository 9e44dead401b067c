import type { Row } from './full.ts';

/** Forged values by what is wrong with them. */
export const forgeries: Readonly<Record<string, readonly unknown[]>> = {
	nothing: [null, ''],
	length: ['x'.repeat(5000), 'x'.repeat(1024 * 1024)],
	characters: ['\u0000', 'a\u0007b', '\ud800', 'a\u202eb', ' a ', 'a\r\nb'],
	word: ['forged', '__proto__', 'constructor'],
	json: [
		'null',
		'[]',
		'{"a":{}}',
		'{"__proto__":{}}',
		'"x"',
		`${'['.repeat(500)}${']'.repeat(500)}`
	],
	number: [-1, 0, 1, 2, 6, 1e6, 2 ** 53 - 1, 2 ** 53, 1.5],
	instant: [
		'2026-11-20T08:00:00Z',
		'2026-11-20T08:00:00.000+01:00',
		'0000-01-01T00:00:00.000Z',
		'1899-12-31T23:59:59.999Z',
		'2199-12-31T23:59:59.999Z',
		'9999-12-31T23:59:59.999Z',
		'+275760-09-13T00:00:00.000Z'
	],
	day: ['2026-02-31', '0000-01-01', '2199-12-31', '9999-12-31', '20261120', '2026-11-20T09:00'],
	zone: ['Europe/lisbon', 'UTC', 'Etc/GMT+12', 'Mars/Base'],
	link: ['javascript:alert(1)', 'https://mara:secret@harbour.example/', 'data:text/html,x'],
	id: ['1', '01938B6C-0000-7000-8000-000000000001', '00000000-0000-4000-8000-000000000000'],
	kind: [true, {}, [], ['x'], { toString: 1 }]
};

/** One forged value in one row of a file. */
export interface Forged {
	kind: string;
	table: string;
	column: string;
	value: unknown;
}

/** Every forged value in every column of the first row of every table. */
export function* allForged(tables: Readonly<Record<string, readonly Row[]>>): Generator<Forged> {
	for (const [table, [row = {}]] of Object.entries(tables)) {
		for (const column of Object.keys(row)) {
			for (const [kind, values] of Object.entries(forgeries)) {
				for (const value of values) {
					if (value !== row[column]) yield { kind, table, column, value };
				}
			}
		}
	}
}
