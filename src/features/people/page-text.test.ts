import { expect, test } from 'vitest';
import { besideNew, importStateText } from './import-text.ts';
import { besideName, foundText, ledeFor } from './listing-text.ts';
import { whatGoes, whatStaysMarked, whatStaysOut, whoStayed } from './removal-text.ts';

test('what is not known of a person is left out', () => {
	expect(besideName({ position: 'Editor', company: '', place: 'Lund' })).toBe('Editor, Lund');
});

test('the list says how many, and for a theme what that number stands for', () => {
	const counts = { all: 12962, near: 34, nearMost: 300 };
	expect(ledeFor(counts, null)).toBe('12,962 people in your address book.');
	expect(ledeFor({ ...counts, all: 1 }, null)).toBe('1 person in your address book.');
	expect(ledeFor({ ...counts, all: 0 }, null)).toBeUndefined();
	expect(ledeFor(counts, { title: 'T' })).toMatch(
		/^34 of your 12,962 people match the name or the job titles/
	);
	expect(ledeFor({ ...counts, near: 1 }, { title: 'T' })).toMatch(
		/^1 of your 12,962 people matches the name or the job titles/
	);
	expect(ledeFor({ ...counts, near: 300, all: null }, { title: 'T' })).toMatch(
		/^At least 300 of your people match/
	);
});

test('a search says how many it found', () => {
	expect(foundText(0, true)).toBe('No one found.');
	expect(foundText(1, true)).toBe('1 person found.');
	expect(foundText(50, false)).toMatch(/^More than 50/);
});

test('forgetting names what goes and what stays', () => {
	const person = { doNotContactAt: null, email: 'a@b.example', profile: null };
	const notes =
		' Your notes on other conversations may still name this person; edit those yourself. This cannot be undone.';
	expect(whatGoes({ ...person, goes: { interviews: 0, messages: 0, introductions: 0 } })).toBe(
		`The entry is deleted.${notes}`
	);
	expect(
		whatGoes({
			...person,
			doNotContactAt: 'x',
			goes: { interviews: 1, messages: 2, introductions: 0 }
		})
	).toBe(
		`The entry, 1 interview and 2 messages are deleted. The mark “Do not contact” stays.${notes}`
	);
	expect(whatGoes({ ...person, goes: { interviews: 0, messages: 0, introductions: 2 } })).toBe(
		`The entry and 2 introductions are deleted.${notes}`
	);
});

test('what later imports do is said as far as it is true', () => {
	expect(whatStaysOut('address')).toMatch(/with the same addresses/);
	expect(whatStaysOut('name')).toMatch(/^No address is known/);
	expect(whatStaysMarked({ email: 'a@b.example', profile: null })).toBe(
		'Later imports do not change this mark.'
	);
	expect(whatStaysMarked({ email: null, profile: null })).toMatch(/a second time/);
});

test('undoing names who stayed', () => {
	expect(whoStayed({ stayed: 0, names: [] })).toMatch(/as it was before/);
	expect(whoStayed({ stayed: 1, names: ['Ada'] })).toMatch(
		/^Import undone\. Ada stays, because this entry was/
	);
	expect(whoStayed({ stayed: 5, names: ['A', 'B', 'C', 'D', 'E'] })).toMatch(
		/A, B, C and 2 others stay, because these entries were/
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
	expect(importStateText(file)).toBe('1 person ready to add');
	expect(importStateText({ ...file, stage: 'committed' })).toBe('1 person added');
	expect(besideNew(file)).toEqual([
		'1 is already in your address book.',
		'2 are left out, because you or they asked for this earlier.',
		'3 rows were rejected; the reasons are below.'
	]);
});
