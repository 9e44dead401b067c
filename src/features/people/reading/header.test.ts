import { describe, expect, test } from 'vitest';
import { connectionsCsv, everyLanguage } from '#tests/support/connections.ts';
import { findHeader } from './header.ts';

const places = {
	givenName: 0,
	familyName: 1,
	profile: 2,
	email: 3,
	company: 4,
	position: 5,
	connectedOn: 6
};

describe('a known header', () => {
	test.each(everyLanguage)('in %s, after the preamble or at once', (language) => {
		const noted = findHeader(connectionsCsv({ rows: 2, language }));
		const bare = findHeader(connectionsCsv({ rows: 2, language, preamble: false }));
		expect(noted).toMatchObject({ recognised: true, columns: places, line: 4 });
		expect(bare).toMatchObject({ recognised: true, columns: places, line: 1, start: 0 });
	});

	test('in any order, case, quoting and delimiter', () => {
		expect(findHeader('company;"LAST NAME";first-name\n')).toMatchObject({
			columns: { company: 0, familyName: 1, givenName: 2 },
			delimiter: ';'
		});
		expect(findHeader('Name\tURL\n')?.columns).toEqual({ name: 0, profile: 1 });
	});

	test('after ten lines, a spreadsheet hint and a quotation that is not closed', () => {
		const before = 'sep=,\nNotes:\n"never closed\n\na,b\nFirst Name\nx\ny\nz\n\n';
		expect(findHeader(`${before}Vorname,Unternehmen\nA,B`)).toMatchObject({
			recognised: true,
			line: 11
		});
	});

	test('names alone are not enough: Google writes the same two', () => {
		expect(findHeader('First Name,Last Name,E-mail 1 - Value\nA,B,C')?.recognised).toBe(false);
	});
});

describe('an unknown header', () => {
	test('the first line as wide as most', () => {
		const header = findHeader('About us, kind of\neins;zwei;drei\na;b;c\nd;e;f\n');
		expect(header).toMatchObject({ cells: ['eins', 'zwei', 'drei'], line: 2, recognised: false });
	});

	test('a list with a single column', () => {
		expect(findHeader('\n\nAnna\nBen\n')).toMatchObject({ cells: ['Anna'], line: 3 });
	});

	test('nothing in nothing', () => {
		expect(findHeader('')).toBeUndefined();
		expect(findHeader(' \n\n\t\n')).toBeUndefined();
	});
});
