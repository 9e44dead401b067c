import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { emptyLists, fromAddress, inputFrom, typedFields } from './fields.ts';

const schema = z.object({
	title: z.string(),
	seat: z.number().int().optional(),
	note: z.string().nullable().optional(),
	effects: z.array(z.string()).optional(),
	ranks: z.array(z.number()).optional(),
	inner: z.object({ count: z.number() }).optional()
});

function form(...pairs: [string, string][]): FormData {
	const data = new FormData();
	for (const [name, value] of pairs) data.append(name, value);
	return data;
}

test('texts are converted to the types of the schema', () => {
	expect(
		inputFrom(
			schema,
			form(
				['title', ''],
				['seat', '2'],
				['note', ''],
				['effects', 'read'],
				['ranks', '1'],
				['ranks', '2'],
				['inner.count', '3']
			)
		)
	).toEqual({
		title: '',
		seat: 2,
		note: null,
		effects: ['read'],
		ranks: [1, 2],
		inner: { count: 3 }
	});
});

test('what is no number stays as typed, so that the schema refuses it', () => {
	expect(inputFrom(schema, form(['seat', 'two']))).toEqual({ seat: 'two' });
	expect(inputFrom(schema, form(['seat', '']))).toEqual({});
});

test('of several values of one name the last counts: a checkbox after its hidden field', () => {
	expect(inputFrom(schema, form(['title', 'no'], ['title', 'yes']))).toEqual({ title: 'yes' });
});

test('names with $, prototype names and unknown names are left out', () => {
	const input = inputFrom(
		schema,
		form(
			['$about', 'x'],
			['__proto__.polluted', 'x'],
			['constructor.prototype.polluted', 'x'],
			['title.constructor.prototype.polluted', 'x'],
			['unknown', 'x']
		)
	);
	expect(Object.keys(input)).toEqual([]);
	expect(({} as { polluted?: string }).polluted).toBeUndefined();
});

test('a name twice, once as a text and once as a group, does not throw', () => {
	expect(inputFrom(schema, form(['inner', 'x'], ['inner.count', '3']))).toEqual({
		inner: { count: 3 }
	});
});

test('no form makes it throw', () => {
	fc.assert(
		fc.property(fc.array(fc.tuple(fc.string(), fc.string())), (pairs) => {
			inputFrom(schema, form(...pairs));
		})
	);
});

test('passwords are never shown again', () => {
	expect(typedFields(form(['email', 'a@b.example'], ['password', 'secret']))).toEqual({
		email: 'a@b.example'
	});
});

test('all chosen values of a list come back', () => {
	expect(typedFields(form(['wants', 'themes.*'], ['url', 'x'], ['wants', 'people.*']))).toEqual({
		wants: 'themes.*\npeople.*',
		url: 'x'
	});
});

test('a required list of which nothing is ticked is an empty list', () => {
	const input = z.object({ name: z.string(), effects: z.array(z.string()).min(1, 'Choose one.') });
	expect(emptyLists(input)).toEqual({ effects: [] });
	expect(inputFrom(input, form(['name', 'Mine']))).toEqual({ name: 'Mine' });
	const optional = z.object({ name: z.string(), shares: z.array(z.string()).optional() });
	expect(emptyLists(optional)).toEqual({});
});

const page = (path: string, id: string) => ({
	params: { id },
	url: new URL(path, 'http://127.0.0.1')
});

test('the address says which thing it is, by its noun or where the form names none', () => {
	const goal = z.object({ interviewId: z.string(), id: z.string(), text: z.string() });
	const at = page('/interviews/7/prepare?/addGoal', '7');
	expect(fromAddress(goal, at, form(['id', '3']))).toEqual({ interviewId: '7' });
	const closing = z.object({ id: z.string() });
	expect(fromAddress(closing, at, form())).toEqual({ id: '7' });
	expect(fromAddress(closing, at, form(['id', '3']))).toEqual({});
	expect(fromAddress(z.object({}), at, form())).toEqual({});
	expect(fromAddress(z.object({ id: z.string().optional() }), at, form())).toEqual({});
});
