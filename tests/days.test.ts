import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '#server/project-root.ts';

/** The date that an instant has is the explorer's, by `dayOf` and their zone; never the date in UTC. */
const sources = globSync('src/**/*.{ts,svelte}', { cwd: projectRoot })
	.filter((path) => !/\.test\.ts$|\/test-[\w-]+\.ts$/.test(path))
	.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(projectRoot, path), 'utf8')]);

function filesWith(pattern: RegExp): string[] {
	return sources
		.filter(([, text = '']) => pattern.test(text))
		.map(([path = '']) => path)
		.sort();
}

test('no date is cut off an instant', () => {
	// The calendar itself, which counts days of the Gregorian calendar and knows no instant.
	expect(filesWith(/\.(slice|substring|substr)\(\s*0,\s*10\s*\)/)).toEqual(['src/kernel/clock.ts']);
	// Wall times, which are in the zone they belong to already.
	expect(filesWith(/\.split\(\s*['"]T['"]/)).toEqual([
		'src/features/meetings/rows.ts',
		'src/features/meetings/rules/chosen-time.ts',
		'src/features/meetings/rules/prefilled.ts'
	]);
});

test('no day is asked of UTC', () => {
	expect(filesWith(/\bdayOf\([^;{}]*['"]UTC['"]\s*\)/)).toEqual([]);
	expect(filesWith(/\.getUTC(Date|Month|FullYear)\(/)).toEqual([
		// Of a date that a file brought, which has no time.
		'src/features/people/reading/dates.ts'
	]);
	// The zone of the machine that the program runs on.
	expect(filesWith(/\.get(Date|Day|Month|FullYear)\(\)/)).toEqual([]);
});
