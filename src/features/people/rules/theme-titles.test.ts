import fc from 'fast-check';
import { expect, test } from 'vitest';
import { titlesOf } from './theme-titles.ts';

test.each([
	[
		{ titles: 'Copy Editor, copy éditor; Sub-editor\nUX', title: 'x' },
		['copy editor', 'sub editor', ' ux ']
	],
	[{ titles: ' , ', title: 'Work in a school' }, ['school']],
	[{ titles: '', title: 'Work' }, ['work']],
	[{ titles: 'Sub-editor', title: 'Magazine editing' }, ['magazine', 'editing', 'sub editor']],
	[{ titles: '', title: '编辑' }, [' 编辑 ']],
	[{ titles: '', title: 'To be' }, []]
])('%j gives %j', (theme, titles) => {
	expect(titlesOf(theme)).toEqual(titles);
});

test('a listed title takes none away', () => {
	fc.assert(
		fc.property(fc.string(), fc.string(), (title, titles) => {
			expect(titlesOf({ title, titles })).toEqual(
				expect.arrayContaining(titlesOf({ title, titles: '' }))
			);
		})
	);
});
