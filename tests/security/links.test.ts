import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '#server/project-root.ts';

/**
 * Functions that validate links: typed and imported text becomes a link only through one of these, so
 * that no `javascript:` address is rendered, even if a row has one.
 */
const linkFunctions = /^(safeLink|placeLink|callLink|mailtoOf)\(/;
/** Addresses of our own pages, and those that a rule of the feature validated. */
const ownAddress =
	/^[`'"]|^\w+Address\(|^[\w.]+ \? '\?\/|^form\.to$|^(back|item|step|readiness|door|partner|row)\b|^(base|chosen|reflect|more|here|mailto|pages|note|link)\b/;

const components = readdirSync(join(projectRoot, 'src'), { recursive: true, encoding: 'utf8' })
	.filter((name) => name.endsWith('.svelte'))
	.map((name) => ({ name, text: readFileSync(join(projectRoot, 'src', name), 'utf8') }));

test('every link made of data goes through a rule', () => {
	const loose = components.flatMap(({ name, text }) =>
		[...text.matchAll(/\b(?:href|src|action)=\{([^}]+)\}/g)]
			.map(([, made = '']) => made.trim())
			.filter((made) => !linkFunctions.test(made) && !ownAddress.test(made))
			.map((made) => `${name}: ${made}`)
	);
	expect(loose).toEqual([]);
});

test('a variable named link or mailto is made by one of these functions', () => {
	const made = components.flatMap(({ name, text }) =>
		[...text.matchAll(/const (link|mailto) = \$derived(?:\.by)?\(([^;]*)/g)].map(
			([, what = '', by = '']) =>
				`${name}: ${what} by ${/\b(safeLink|placeLink|callLink|mailtoOf)\(/.exec(by)?.[1] ?? by.trim()}`
		)
	);
	expect(made.filter((each) => !/by (safeLink|placeLink|callLink|mailtoOf)$/.test(each))).toEqual(
		[]
	);
	expect(made.length).toBeGreaterThan(0);
});
