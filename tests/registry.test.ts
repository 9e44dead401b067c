import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { operationsIn } from '#server/perform.ts';
import { projectRoot } from '#server/project-root.ts';
import { operationNamed, operations } from '#surfaces/registry.server.ts';

const features = join(projectRoot, 'src/features');
const files = readdirSync(features, { recursive: true, encoding: 'utf8' }).filter((name) =>
	/^[^/]+\/operations\/[^/]+\.server\.ts$/.test(name)
);

test('every operation that a file declares is at every interface', async () => {
	expect(files.length).toBeGreaterThan(60);
	const left: string[] = [];
	for (const file of files) {
		const module = (await import(pathToFileURL(join(features, file)).href)) as object;
		for (const operation of operationsIn(module)) {
			if (operationNamed(operation.name) !== operation) left.push(`${file}: ${operation.name}`);
		}
	}
	expect(left).toEqual([]);
});

test('each operation is there once, by a name of its own', () => {
	expect(new Set(operations.map(({ name }) => name)).size).toBe(operations.length);
	expect(operations.length).toBeGreaterThan(200);
});

test('what else a module exports is no operation', () => {
	const [first] = operations;
	expect(
		operationsIn({ first, bound: 200, shape: { type: 'object' }, none: null, run: () => first })
	).toEqual([first]);
});

test('taking back is the DELETE of what was done, at the same address', () => {
	const placeOf = ({ http }: (typeof operations)[number]) => http.path.replaceAll(/\{\w+\}/g, '{}');
	const done = new Set(
		operations.filter(({ http }) => /^(POST|PUT)$/.test(http.verb)).map(placeOf)
	);
	const elsewhere = operations
		.filter(({ name }) => /\.un[a-z]/.test(name))
		.filter((inverse) => inverse.http.verb !== 'DELETE' || !done.has(placeOf(inverse)))
		.map(({ name }) => name);
	// Whom one met and a meeting have addresses of their own; a theme leaves the lot by taking a seat.
	expect(elsewhere.sort()).toEqual(['events.unmeet', 'meetings.unagree', 'themes.unpark']);
});
