import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '#server/root.ts';

/**
 * Holds the picture of ARCHITECTURE.md: imports run downward only, no cycles, features reach each
 * other through rules, shapes and operations alone.
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

type Layer =
	| 'kernel'
	| 'rules'
	| 'shapes'
	| 'server'
	| 'store'
	| 'reading'
	| 'operations'
	| 'component'
	| 'ui'
	| 'surfaces'
	| 'routes';

/** How high a layer stands; imports may only go down or stay. */
const height: Record<Layer, number> = {
	kernel: 0,
	rules: 1,
	shapes: 1,
	server: 1,
	store: 2,
	// What other features may read, and what operations share among them.
	reading: 3,
	operations: 3,
	surfaces: 4,
	ui: 5,
	component: 6,
	routes: 7
};

function layerOf(file: string): Layer {
	const [top, , part = ''] = file.split('/');
	if (top === 'kernel') return 'kernel';
	if (top === 'server') return 'server';
	if (top === 'surfaces') return 'surfaces';
	if (top === 'ui') return 'ui';
	if (top === 'routes' || top?.startsWith('hooks') || top === 'app.d.ts') return 'routes';
	if (file.endsWith('.svelte')) return 'component';
	if (/^(operations|jobs)/.test(part)) return 'operations';
	if (/^store/.test(part)) return 'store';
	if (/\.(server|process)\.ts$/.test(file)) return 'reading';
	if (/^shapes|-shapes?\.ts$|^rows\.ts$/.test(part)) return 'shapes';
	if (/^(rules|reading|importing)(\.ts)?$/.test(part)) return 'rules';
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
		.filter(({ from, to }) => inside.has(to) && height[layerOf(to)] > height[layerOf(from)])
		// The design system knows the words of a toast and of a refusal, not how they come about.
		.filter(({ typeOnly, to }) => !(typeOnly && to.startsWith('surfaces/forms/')))
		.map(({ from, to }) => `${from} -> ${to}`);
	expect(upward).toEqual([]);
});

test('a feature reaches another through rules, shapes, operations or its reading modules', () => {
	const through = all
		.filter(({ from, to }) => featureOf(to) && featureOf(from) && featureOf(to) !== featureOf(from))
		.filter(({ to }) => /\/store(\.server\.ts|\/)/.test(to))
		.map(({ from, to }) => `${from} -> ${to}`);
	expect(through).toEqual([]);
});

test('kernel and rules do no IO and know no framework', () => {
	const allowed = /^(zod|papaparse|fflate|date-holidays)$/;
	const impure = all
		.filter(({ from }) => layerOf(from) === 'kernel' || /\/rules(\/|\.ts)/.test(from))
		.filter(({ to, typeOnly }) => !inside.has(to) && !allowed.test(to) && !typeOnly)
		.map(({ from, to }) => `${from} -> ${to}`);
	expect(impure).toEqual([]);
	const clocks = files
		.filter(
			(file) => !isTest(file) && (layerOf(file) === 'kernel' || /\/rules(\/|\.ts)/.test(file))
		)
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
