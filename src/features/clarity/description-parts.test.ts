import { expect, test } from 'vitest';
import { partRuns, wantsTitles } from './description-parts.ts';

const fields = (theme: Parameters<typeof partRuns>[0]) =>
	partRuns(theme).map(({ said, parts }) => [said, ...parts.map(({ field }) => field)]);

test('a new theme asks for the three in one form, not yet for titles', () => {
	expect(fields({ activity: '', setting: '', pull: '', titles: '' })).toEqual([
		[false, 'activity', 'setting', 'pull']
	]);
});

test('what is missing is asked for in its place', () => {
	expect(fields({ activity: 'a', setting: '', pull: 'c', titles: '' })).toEqual([
		[true, 'activity'],
		[false, 'setting'],
		[true, 'pull']
	]);
});

test('titles are asked for when the required parts are filled in', () => {
	expect(fields({ activity: 'a', setting: 'b', pull: 'c', titles: '' })).toEqual([
		[true, 'activity', 'setting', 'pull'],
		[false, 'titles']
	]);
});

test.each([
	['', true],
	['editor, copy chief', true],
	['editor, copy chief; sub-editor', false],
	[' , ;\n', true]
])('of the titles "%s" more are wanted beside them: %s', (titles, wanted) => {
	expect(wantsTitles({ titles })).toBe(wanted);
});
