import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '#server/project-root.ts';
import { limits } from '#server/rate-limiter.ts';
import { queryNames } from '#surfaces/rest/query.ts';
import { operations } from '#surfaces/registry.server.ts';

/** Checks what docs/api.md says beside its examples, which tests/http/api-guide.test.ts runs. */
const guide = readFileSync(join(projectRoot, 'docs/api.md'), 'utf8');

test('its table has every list with every filter', () => {
	const rows = [...guide.matchAll(/^\| `GET (\S+)`\s+\|(.*)\|$/gm)].map(
		([, path = '', cell = '']) => [
			path,
			[...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name).sort()
		]
	);
	const lists = operations
		.filter((operation) => queryNames(operation).includes('cursor'))
		.map((operation) => [
			operation.http.path,
			queryNames(operation)
				.filter((name) => name !== 'cursor' && name !== 'limit')
				.sort()
		]);
	expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(lists));
});

test('its limit is the limit', () => {
	expect(limits.requests.minutes).toBe(1);
	expect(guide).toContain(`A key has ${limits.requests.most} requests in a minute`);
});
