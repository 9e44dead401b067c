import { expect, test } from 'vitest';
import { besideNew, importStateText } from './import-text.ts';
import { besideName, foundText, ledeFor } from './listing-text.ts';
import { whatGoes, whatStaysMarked, whatStaysOut, whoStayed } from './removal-text.ts';

test('what is not known of a person is left out', () => {
	expect(besideName({ position: 'Editor', company: '', place: 'Lund' })).toBe('Editor, Lund');
});

test('the list says how many, and for a theme what that number stands for', () => {
	const counts = { all: 12962, near: 34, nearMost: 300 };
	expect(ledeFor(counts, null)).toBe('12,962 people are here so far.');
	expect(ledeFor({ ...counts, all: 1 }, null)).toBe('One person is here so far.');
	expect(ledeFor({ ...counts, all: 0 }, null)).toBeUndefined();
	expect(ledeFor(counts, { title: 'T' })).toMatch(/^34 of the 12,962 people here so far have/);
	expect(ledeFor({ ...counts, near: 1 }, { title: 'T' })).toMatch(/ has one of its titles/);
	expect(ledeFor({ ...counts, near: 300, all: null }, { title: 'T' })).toMatch(/^At least 300/);
});

test('a search says how many it found', () => {
	expect(foundText(0, true)).toBe('Nobody found.');
	expect(foundText(1, true)).toBe('1 person found.');
	expect(foundText(50, false)).toMatch(/^More than 50/);
});

test('forgetting names what goes and what stays', () => {
	const person = { doNotContactAt: null, email: 'a@b.example', profile: null };
	const notes = ' What you wrote about them in notes of other talks stays yours to change.';
	expect(whatGoes({ ...person, goes: { interviews: 0, messages: 0, introductions: 0 } })).toBe(
		`The entry goes, for good.${notes}`
	);
	expect(
		whatGoes({
			...person,
			doNotContactAt: 'x',
			goes: { interviews: 1, messages: 2, introductions: 0 }
		})
	).toBe(
		`The entry, 1 interview and 2 messages go, for good. That they must not be contacted stays.${notes}`
	);
	expect(whatGoes({ ...person, goes: { interviews: 0, messages: 0, introductions: 2 } })).toBe(
		`The entry and 2 introductions go, for good.${notes}`
	);
});

test('what later imports do is said as far as it is true', () => {
	expect(whatStaysOut('address')).toMatch(/by their addresses/);
	expect(whatStaysOut('name')).toMatch(/^No address of theirs is known/);
	expect(whatStaysMarked({ email: 'a@b.example', profile: null })).toBe(
		'No later import changes that.'
	);
	expect(whatStaysMarked({ email: null, profile: null })).toMatch(/as another one/);
});

test('undoing names who stayed', () => {
	expect(whoStayed({ stayed: 0, names: [] })).toMatch(/as they were before/);
	expect(whoStayed({ stayed: 1, names: ['Ada'] })).toMatch(/^Undone\. Ada stays/);
	expect(whoStayed({ stayed: 5, names: ['A', 'B', 'C', 'D', 'E'] })).toMatch(
		/A, B, C and 2 others stay/
	);
});

test('an import says where it stands and what else was in the file', () => {
	const counts = { total: 9, read: 9, fresh: 1, known: 1, suppressed: 2, unreadable: 3 };
	const file = {
		id: 'x',
		fileName: 'x.csv',
		stage: 'ready' as const,
		uploadedAt: '',
		committedAt: null,
		undoneAt: null,
		counts,
		failure: null
	};
	expect(importStateText(file)).toBe('1 person waits for you');
	expect(importStateText({ ...file, stage: 'committed' })).toBe('1 person here from it');
	expect(besideNew(file)).toEqual([
		'1 is here already.',
		'2 stay out, as they asked or you decided.',
		'3 rows are set aside for you to look at.'
	]);
});
