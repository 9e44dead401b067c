import { expect, test } from 'vitest';
import { titlesOf } from './theme-titles.ts';

test.each([
	[
		{ titles: 'Copy Editor, copy éditor; Sub-editor\nUX', title: 'x' },
		['copy editor', 'sub editor', ' ux ']
	],
	[{ titles: ' , ', title: 'Work in a school' }, ['work', 'school']],
	[{ titles: '', title: '编辑' }, [' 编辑 ']],
	[{ titles: '', title: 'To be' }, []]
])('%j gives %j', (theme, titles) => {
	expect(titlesOf(theme)).toEqual(titles);
});
