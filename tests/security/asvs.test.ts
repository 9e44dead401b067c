import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '#server/project-root.ts';

/**
 * Checks the register of OWASP ASVS 5.0 (docs/security/asvs.md): every requirement of levels 1 and 2 is
 * listed once, and every test it names exists. `asvs-numbers.json` has only numbers and levels.
 */
const read = (path: string): string => readFileSync(join(projectRoot, path), 'utf8');
const levels = JSON.parse(read('tests/security/asvs-numbers.json')) as Record<string, number>;

interface Row {
	number: string;
	level: number;
	what: string;
	shown: string;
}

const rows = [
	...read('docs/security/asvs.md').matchAll(/^\| ([\d.]+) +\| (\d) +\| (.+?) +\| (.+?) +\|$/gm)
].map(([, number = '', level, what = '', shown = '']): Row => ({
	number,
	level: Number(level),
	what,
	shown
}));

/** Every test that a row names: `path` › `title`. */
function testsIn({ shown }: Row): { path: string; title: string }[] {
	return [...shown.matchAll(/`([^`]+\.(?:test|e2e)\.ts)` › `([^`]+)`/g)].map(
		([, path = '', title = '']) => ({ path, title })
	);
}

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

function isThere(path: string, title: string): boolean {
	if (!existsSync(join(projectRoot, path))) return false;
	return new RegExp(`\\(\\s*(['"\`])${literal(title)}\\1`).test(read(path));
}

test('every requirement of levels 1 and 2 stands there once, with its level, in order', () => {
	expect(rows.map(({ number, level }) => [number, level])).toEqual(Object.entries(levels));
});

test('every requirement has a description of two to twelve words of our own', () => {
	const invalid = rows.filter(({ what }) => {
		const words = what.split(/\s+/).length;
		return words < 2 || words > 12 || /verify that/i.test(what);
	});
	expect(invalid.map(({ number, what }) => [number, what])).toEqual([]);
});

test('each row has a test, a written reason, or says that it is open', () => {
	const bare = rows.filter((row) => {
		if (testsIn(row).length > 0) return false;
		return row.shown.replace(/^open: /, '').length < 30;
	});
	expect(bare.map(({ number, shown }) => [number, shown])).toEqual([]);
});

test('every test that is named exists under that title', () => {
	const named = rows.flatMap((row) =>
		testsIn(row).map((each) => ({ number: row.number, ...each }))
	);
	expect(named.length).toBeGreaterThan(100);
	expect(named.filter(({ path, title }) => !isThere(path, title))).toEqual([]);
	// A path without a title would not be checked.
	const paths = rows.flatMap(({ shown }) => shown.match(/`[^`]+\.(?:test|e2e)\.ts`/g) ?? []);
	expect(paths).toHaveLength(named.length);
});

test('no requirement is pending without being marked open', () => {
	expect(rows.filter(({ shown }) => shown.includes('pending'))).toEqual([]);
});

test('every test and page that SECURITY.md names is there', () => {
	const text = read('SECURITY.md');
	const named = [
		...[...text.matchAll(/`((?:src|tests)\/[^`]+\.ts)`/g)].map(([, path = '']) => path),
		...[...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path = '']) => path)
	];
	expect(named.length).toBeGreaterThan(30);
	expect(named.filter((path) => !existsSync(join(projectRoot, path)))).toEqual([]);
});
