import { expect, test } from 'vitest';
import { operations } from '../registry.server.ts';
import { openApiDocument } from './document.ts';

interface Described {
	parameters?: { $ref?: string; name?: string }[];
	responses: Record<string, { $ref?: string; headers?: Record<string, unknown> }>;
}
const document = openApiDocument(operations) as {
	paths: Record<string, Record<string, Described>>;
	components: Record<string, Record<string, unknown>>;
};

function at(verb: string, path: string): Described {
	const found = document.paths[path]?.[verb];
	if (!found) throw new Error(`${verb} ${path} is not described`);
	return found;
}

const headersOf = ({ parameters = [] }: Described) =>
	parameters.flatMap(({ $ref }) => $ref?.split('/').at(-1) ?? []);

test('reads document If-None-Match, writes Idempotency-Key and If-Match', () => {
	const read = at('get', '/people/{id}');
	expect(headersOf(read)).toEqual(['If-None-Match']);
	expect(Object.keys(read.responses)).toEqual(expect.arrayContaining(['200', '304', '404', '412']));
	expect(read.responses['200']?.headers).toHaveProperty('ETag');
	expect(read.responses).not.toHaveProperty('415');
	const write = at('patch', '/people/{id}');
	expect(headersOf(write)).toEqual(['Idempotency-Key', 'If-Match']);
	expect(Object.keys(write.responses)).toEqual(
		expect.arrayContaining(['200', '409', '412', '413', '415', '422', '429', '503'])
	);
	expect(write.responses['200']?.headers).toHaveProperty('Idempotency-Replayed');
	expect(headersOf(at('post', '/messages/check'))).toEqual([]);
});

test('every reference exists', () => {
	const references = JSON.stringify(document).matchAll(/"\$ref":"#\/components\/(\w+)\/([\w-]+)"/g);
	let count = 0;
	for (const [, kind = '', name = ''] of references) {
		expect(document.components[kind]).toHaveProperty([name]);
		count += 1;
	}
	expect(count).toBeGreaterThan(operations.length);
});

test('every tag has a description', () => {
	const { tags } = openApiDocument(operations) as { tags: { name: string; description: string }[] };
	expect(tags.filter(({ name, description }) => name === description)).toEqual([]);
});
