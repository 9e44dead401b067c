import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '#server/project-root.ts';
import { operations } from '#surfaces/registry.server.ts';

/**
 * Holds the picture of ARCHITECTURE.md: imports run downward only, no cycles, features reach each
 * other through rules, schemas and operations alone.
 */
const source = join(projectRoot, 'src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
	.map((name) => name.replaceAll('\\', '/'))
	.filter((name) => /\.(ts|svelte)$/.test(name));

const importPattern =
	/(?:^|[\s;])(import|export)\s+(type\s)?[^'";]*?from\s*'([^']+)'|import\(\s*'([^']+)'\s*\)|^\s*import\s+'([^']+)'/gm;

interface Import {
	from: string;
	/** file below src, or the package's name */
	to: string;
	typeOnly: boolean;
}

function importsOf(file: string): Import[] {
	const text = readFileSync(join(source, file), 'utf8');
	return [...text.matchAll(importPattern)].map((match) => {
		const target = match[3] ?? match[4] ?? match[5] ?? '';
		const typeOnly = match[2] !== undefined;
		if (target.startsWith('#')) return { from: file, to: target.slice(1), typeOnly };
		if (target.startsWith('.')) {
			return { from: file, to: relative(source, resolve(source, dirname(file), target)), typeOnly };
		}
		return { from: file, to: target, typeOnly };
	});
}

const isTest = (file: string): boolean =>
	/\.test\.ts$|-samples\.ts$|\/test-\w+\.ts$|\/fixtures\//.test(file);
const all = files.filter((file) => !isTest(file)).flatMap(importsOf);
const inside = new Set(files);

/** From the ground up; imports may only go down or stay. */
const layers = [
	'kernel',
	'server',
	'method',
	'rules',
	'schemas',
	'store',
	// What a feature tells the ones above it, and what it lets them and its own operations do.
	'reads',
	'writes',
	'operations',
	'extensions',
	'surfaces',
	'ui',
	'component',
	'routes'
] as const;
type Layer = (typeof layers)[number];

const height = (file: string): number => layers.indexOf(layerOf(file));

function layerOf(file: string): Layer {
	const [top, , part = ''] = file.split('/');
	if (top === 'kernel' || top === 'server' || top === 'method') return top;
	if (top === 'surfaces' || top === 'ui') return top;
	if (top === 'routes' || top?.startsWith('hooks') || top === 'app.d.ts') return 'routes';
	if (file.endsWith('.svelte')) return 'component';
	if (/^(operations|jobs|import\.process)/.test(part)) return 'operations';
	if (/^(store|importing)/.test(part)) return 'store';
	if (/^extensions\./.test(part)) return 'extensions';
	if (part === 'reads' || part === 'writes') return part;
	if (/^schemas|^rows\.ts$/.test(part)) return 'schemas';
	if (/^(rules|reading)(\.ts)?$/.test(part)) return 'rules';
	// Words and small means of a feature's own components.
	return 'component';
}

const featureOf = (file: string): string | undefined =>
	file.startsWith('features/') ? file.split('/')[1] : undefined;

test('there is something to look at', () => {
	expect(all.length).toBeGreaterThan(100);
});

test('imports run downward only', () => {
	const upward = all
		.filter(({ from, to }) => inside.has(to) && height(to) > height(from))
		// Schemas are made of rules, and rules know the types of schemas.
		.filter(({ from, to }) => !(layerOf(from) === 'rules' && layerOf(to) === 'schemas'))
		// The design system knows the words of a toast and of a refusal, not how they come about.
		.filter(({ typeOnly, to }) => !(typeOnly && to.startsWith('surfaces/forms/')))
		.map(({ from, to }) => `${from} -> ${to}`);
	expect(upward).toEqual([]);
});

/** Readers of files are parsers: pure but for the inflating of an archive. */
const isPure = (file: string): boolean =>
	['kernel', 'method'].includes(layerOf(file)) || /\/rules(\/|\.ts)/.test(file);

/** The features from the top down, as ARCHITECTURE.md draws them: written once, there. */
const drawn = /^## The order of the features\n[^]*?```\n([^]*?)```/m.exec(
	readFileSync(join(projectRoot, 'ARCHITECTURE.md'), 'utf8')
)?.[1];
const order = (drawn ?? '').split('\n').flatMap((line) => /^[a-z][a-z-]*/.exec(line) ?? []);

const across = all.flatMap(({ from, to }) => {
	const [above, below] = [featureOf(from), featureOf(to)];
	return above && below && above !== below ? [{ from, to, above, below }] : [];
});

test('the picture of the features names each of them once', () => {
	const folders = new Set(files.flatMap((file) => featureOf(file) ?? []));
	expect(order.toSorted()).toEqual([...folders].sort());
});

test('no feature imports one that stands above it', () => {
	const upward = across
		.filter(({ above, below }) => order.indexOf(below) < order.indexOf(above))
		.map(({ from, to }) => `${from} -> ${to}`);
	expect(upward).toEqual([]);
});

test('a feature reaches another through rules, schemas, reads, writes and components alone', () => {
	const through = across
		.filter(({ to }) => !['rules', 'schemas', 'reads', 'writes', 'component'].includes(layerOf(to)))
		.map(({ from, to }) => `${from} -> ${to}`);
	expect(through).toEqual([]);
});

test('rules and the vocabulary of the method stand on pure ground', () => {
	const pure = ['kernel', 'method', 'rules', 'schemas'];
	const impure = all
		.filter(({ from }) => ['method', 'rules'].includes(layerOf(from)))
		.filter(({ to }) => inside.has(to) && !pure.includes(layerOf(to)))
		.map(({ from, to }) => `${from} -> ${to}`);
	expect(impure).toEqual([]);
});

test('no operation runs another one past its permission and its schema', () => {
	const known = new Set(operations.map(({ name }) => name));
	expect(known.size).toBeGreaterThan(200);
	const declared = files
		.filter((file) => !isTest(file))
		.flatMap((file) => [
			...readFileSync(join(source, file), 'utf8').matchAll(/export const (\w+) = operation\(/g)
		])
		.map(([, name]) => name);
	const raw = files
		.filter((file) => file.startsWith('features/') && !isTest(file))
		.flatMap((file) => {
			const text = readFileSync(join(source, file), 'utf8');
			return [...text.matchAll(/\b(\w+)\s*\.run\(/g)]
				.filter(([, name]) => declared.includes(name))
				.map(([call]) => `${file}: ${call}`);
		});
	expect(raw).toEqual([]);
});

test('a file of operations declares some; what they share stands in reads and writes', () => {
	const without = files
		.filter((file) => /^features\/[^/]+\/operations\//.test(file) && !isTest(file))
		.filter(
			(file) =>
				!/\boperation\(|\bmarks\(|\bperform\(/.test(readFileSync(join(source, file), 'utf8'))
		);
	expect(without).toEqual([]);
});

test('kernel, method and rules do no IO and know no framework', () => {
	const allowed = /^(zod|papaparse|fflate|date-holidays)$/;
	const impure = all
		.filter(({ from }) => isPure(from))
		.filter(({ to, typeOnly }) => !inside.has(to) && !allowed.test(to) && !typeOnly)
		.map(({ from, to }) => `${from} -> ${to}`);
	expect(impure).toEqual([]);
	const clocks = files
		.filter((file) => !isTest(file) && isPure(file))
		.filter((file) =>
			/Date\.now\(\)|new Date\(\)|Math\.random|Temporal\.Now|process\./.test(
				readFileSync(join(source, file), 'utf8')
			)
		);
	expect(clocks).toEqual([]);
});

test('features know nothing of SvelteKit outside their components', () => {
	const kit = all
		.filter(
			({ from, to }) =>
				from.startsWith('features/') &&
				!from.endsWith('.svelte') &&
				/^(\$app|@sveltejs|\$env)/.test(to)
		)
		.map(({ from, to }) => `${from} -> ${to}`);
	expect(kit).toEqual([]);
});

test('there are no cycles', () => {
	const next = new Map<string, string[]>();
	for (const { from, to, typeOnly } of all) {
		if (!inside.has(to) || typeOnly) continue;
		next.set(from, [...(next.get(from) ?? []), to]);
	}
	const done = new Set<string>();
	const cycles: string[] = [];
	const visit = (file: string, path: string[]): void => {
		if (path.includes(file)) {
			cycles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
			return;
		}
		if (done.has(file)) return;
		for (const target of next.get(file) ?? []) visit(target, [...path, file]);
		done.add(file);
	};
	for (const file of next.keys()) visit(file, []);
	expect(cycles).toEqual([]);
});

test('route files only translate', () => {
	const long = files
		.filter((file) => file.startsWith('routes/') && /\/\+[\w.]+\.ts$/.test(file))
		.map((file) => ({ file, lines: readFileSync(join(source, file), 'utf8').split('\n').length }))
		.filter(({ lines }) => lines > 60);
	expect(long).toEqual([]);
});

test('every place that ARCHITECTURE.md names is there', () => {
	const text = readFileSync(join(projectRoot, 'ARCHITECTURE.md'), 'utf8').replaceAll(
		/```[^]*?```/g,
		''
	);
	const named = [...text.matchAll(/`([\w./*<>-]*\/[\w./*<>-]*)`/g)].map(([, path = '']) => path);
	expect(named.length).toBeGreaterThan(50);
	const gone = named
		// A page's address, or a folder said without the feature that it is in.
		.filter((path) => !/[*<>]|^\/|^[\w-]+\/$/.test(path))
		.filter((path) =>
			['', 'src', 'src/features'].every((base) => !existsSync(join(projectRoot, base, path)))
		);
	expect(gone).toEqual([]);
});

test('a file named after another one of the same row stands beside it', () => {
	const rows = readFileSync(join(projectRoot, 'ARCHITECTURE.md'), 'utf8')
		.split('\n')
		.filter((line) => line.startsWith('| '));
	const gone = rows.flatMap((row) => {
		const names = [...row.matchAll(/`([\w./-]+)`/g)].map(([, name = '']) => name);
		const folders = names
			.filter((name) => name.includes('/'))
			.map((name) => (name.endsWith('/') ? name : dirname(name)))
			.flatMap((folder) => ['', 'src', 'src/features'].map((base) => join(base, folder)));
		return names
			.filter((name) => /^[\w-]+\.ts$/.test(name))
			.filter((name) => !folders.some((folder) => existsSync(join(projectRoot, folder, name))));
	});
	expect(gone).toEqual([]);
});

test('every file that a comment names is there', () => {
	const places = ['src', 'tests', 'db', 'docs', 'script', 'bench'];
	const below = (place: string): string[] =>
		readdirSync(join(projectRoot, place), { recursive: true, encoding: 'utf8' }).map((name) =>
			`/${place}/${name}`.replaceAll('\\', '/')
		);
	const known = [...readdirSync(projectRoot).map((name) => `/${name}`), ...places.flatMap(below)];
	const gone = known
		.filter((file) => /\.(ts|svelte|sql|css)$/.test(file))
		.flatMap((file) => {
			const lines = readFileSync(join(projectRoot, file), 'utf8').split('\n');
			return lines
				.filter((line) => /^\s*(\/\*|\*|\/\/|<!--|-- )/.test(line))
				.flatMap((line) => line.match(/(?<![\w*<>./-])[\w][\w./-]*\.(ts|svelte|sql|md)\b/g) ?? [])
				.filter((name) => !known.some((each) => each.endsWith(`/${name}`)))
				.map((name) => `${file}: ${name}`);
		});
	expect(gone).toEqual([]);
});
