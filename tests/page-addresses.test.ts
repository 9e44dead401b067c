import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import * as addresses from '#kernel/page-addresses.ts';
import { anyFacts } from '#tests/support/today-facts.ts';
import { stepCodes } from '#features/today/rules/today-step.ts';
import { today } from '#features/today/rules/today.ts';
import { projectRoot } from '#server/project-root.ts';
import { commands } from '#ui/palette.ts';
import { mainPages } from '#ui/pages.ts';

/**
 * Addresses of pages are written in `kernel/page-addresses.ts` alone, and each of them is there: its route
 * among the folders, the part that it names among the components of its page. The links of a whole
 * season are followed in `tests/http/links.test.ts`.
 */
const source = join(projectRoot, 'src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).map((name) =>
	name.replaceAll('\\', '/')
);
const textOf = (file: string): string => readFileSync(join(source, file), 'utf8');

/** Route as Kit writes it, without groups, to the file of its page where it has one. */
const routes = new Map(
	files.flatMap((file): [string, string][] => {
		const [, folder = ''] = /^routes(.*)\/\+(?:page\.svelte|server\.ts)$/.exec(file) ?? [];
		return /\/\+(page\.svelte|server\.ts)$/.test(file)
			? [[folder.replaceAll(/\/\([^)]+\)/g, '') || '/', file]]
			: [];
	})
);

/** What is written out wins over what stands for anything, as in Kit. */
function routeOf(address: string): string | undefined {
	const path = new URL(address, 'http://imago.invalid').pathname;
	const fits = [...routes.keys()].filter((route) => {
		const pattern = route.replaceAll(/\[\.\.\.\w+\]/g, '.+').replaceAll(/\[+\w+\]+/g, '[^/]+');
		return new RegExp(`^${pattern}$`).test(path);
	});
	return fits.find((route) => route === path) ?? fits[0];
}

/** All components that a page is made of. */
function componentsOf(file: string, seen = new Set<string>()): Set<string> {
	if (seen.has(file)) return seen;
	seen.add(file);
	for (const [, to = ''] of textOf(file).matchAll(/from '([^']+\.svelte)'/g)) {
		const next = to.startsWith('#')
			? to.slice(1)
			: resolve('/', dirname(file), to).slice(1).replaceAll('\\', '/');
		componentsOf(next, seen);
	}
	return seen;
}

/** Ids of elements on a page, `*` for what is put in. */
function idsOn(route: string): Set<string> {
	const texts = [...componentsOf(routes.get(route) ?? '')].map(textOf);
	return new Set(
		texts.flatMap((text) =>
			[...text.matchAll(/\bid="([^"]+)"/g)].map(([, id = '']) => id.replaceAll(/\{[^}]*\}/g, '*'))
		)
	);
}

/** What is wrong with an address. */
function wrongWith(address: string): string[] {
	const route = routeOf(address);
	if (!route) return [`${address}: no such page`];
	const [, anchor] = address.split('#');
	if (!anchor) return [];
	const fits = [...idsOn(route)].some((id) =>
		new RegExp(`^${id.replaceAll('*', '.+')}$`).test(anchor)
	);
	return fits ? [] : [`${address}: no such part`];
}

test('an address that does not exist is seen', () => {
	expect(routes.size).toBeGreaterThan(40);
	expect(wrongWith('/introductions/events/x')).toEqual(['/introductions/events/x: no such page']);
	expect(wrongWith('/clarity#nowhere')).toEqual(['/clarity#nowhere: no such part']);
	expect(wrongWith('/clarity#seat2')).toEqual([]);
});

test('every address leads to a page', () => {
	const made = Object.values(addresses).flatMap((each) =>
		typeof each === 'function' ? [(each as (id?: unknown) => string)()] : []
	);
	expect(made.length).toBeGreaterThan(40);
	expect(made.flatMap(wrongWith)).toEqual([]);
});

test('every part that a link may name is on its page', () => {
	const missing = Object.entries(addresses.anchors).flatMap(([route, names]) => {
		const ids = idsOn(route);
		return names.filter((name) => !ids.has(name)).map((name) => `${route}#${name}`);
	});
	expect(missing).toEqual([]);
});

test('every kind of step on Today leads to a page', () => {
	const steps = fc.sample(anyFacts, { numRuns: 3000, seed: 412 }).flatMap((facts) => {
		const { first, also, folded } = today(facts);
		return [...(first ? [first] : []), ...also, ...folded];
	});
	expect(new Set(steps.map(({ code }) => code))).toEqual(new Set(stepCodes));
	const links = steps.flatMap(({ action, beside }) => [action.href, beside?.href ?? action.href]);
	const kinds = links.map((link) => link.replaceAll(/\b[\da-f-]{36}\b/g, 'id'));
	expect([...new Set(kinds)].flatMap(wrongWith)).toEqual([]);
});

test('so does every entry of the palette and of the rail', () => {
	expect([...commands, ...mainPages].flatMap(({ href }) => wrongWith(href))).toEqual([]);
});

test('the address of a search holds what is asked for alone', () => {
	expect(addresses.peopleAddress({ words: '', themeId: '', cursor: '' })).toBe('/people');
	expect(addresses.peopleAddress({ words: 'a b', cursor: 'x' })).toBe('/people?words=a+b&cursor=x');
	expect(addresses.signInPageAddress({ back: '/people?words=a', ended: true })).toBe(
		'/signin?back=%2Fpeople%3Fwords%3Da&ended'
	);
	expect(addresses.personAddress('a/../b')).toBe('/people/a%2F..%2Fb');
});

test('no address of a page is written by hand', () => {
	const first = [...routes.keys()].map((route) => route.split('/')[1] ?? '');
	const ours = [...new Set(first)].filter((name) => !['', 'api', 'mcp', 'healthz'].includes(name));
	const whole = new RegExp(`["'\`]/(${ours.join('|')})(?=["'\`/?#])`);
	const root = /\b(href|action)(: '|="|=\{')\/["']|redirect\(\d+, '\/'/;
	const part = /\}\/(agree|draft|prepare|reflect|talk)\b|\bhref="\{(?!sprite)\w+\}[?#]/;
	const byHand = files
		.filter((file) => /\.(ts|svelte)$/.test(file) && !file.endsWith('.test.ts'))
		// Their own place, and the paths of REST, which are no pages.
		.filter((file) => !/^(kernel\/page-addresses\.ts|surfaces\/rest\/)/.test(file))
		.flatMap((file) =>
			textOf(file)
				.split('\n')
				.filter((line) => !/^\s*(\/?\*|\/\/)|\bhttp: \{|Anchor<'|\bfrom '/.test(line))
				.filter((line) => whole.test(line) || root.test(line) || part.test(line))
				.map((line) => `${file}: ${line.trim()}`)
		);
	expect(byHand).toEqual([]);
});
