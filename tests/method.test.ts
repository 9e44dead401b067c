import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '#server/project-root.ts';

/** What the practice asks: every row but the coach's has a page and a test (docs/method.md). */
const rows = readFileSync(join(projectRoot, 'docs/method.md'), 'utf8')
	.split('\n')
	.flatMap((line) => {
		const [, row, page, file] = /^\| (S\d+)\s+\| `([^`]+)`\s+\| `([^`]+)`/.exec(line) ?? [];
		return row && page && file ? [{ row, page, file }] : [];
	});

test('every row of the practice is listed once', () => {
	const wanted = Array.from({ length: 27 }, (_, index) => `S${index + 1}`);
	expect(rows.map(({ row }) => row)).toEqual(wanted.filter((row) => row !== 'S26'));
});

test.each(rows)('$row has its page $page and its test', ({ page, file }) => {
	const pages = ['(inside)', '(talk)'].map((group) =>
		join(projectRoot, 'src/routes', group, page, '+page.svelte')
	);
	expect(pages.some((path) => existsSync(path))).toBe(true);
	expect(existsSync(join(projectRoot, file))).toBe(true);
});
