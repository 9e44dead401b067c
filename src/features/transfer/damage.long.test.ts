import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Refusal } from '#kernel/refusal.ts';
import { checkRows } from '#server/transfer/check-rows.ts';
import { readFile } from '#server/transfer/read-export-file.ts';
import { readWorkspace } from '#server/transfer/read-workspace.ts';
import { schemaAt } from '#server/transfer/schema.ts';
import { rowRules } from '#surfaces/all-row-rules.ts';
import { newId } from '#server/tokens.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { importFile } from './operations/import-file.server.ts';
import { countsOf, exported, fill } from '#tests/support/transfer/transfer.ts';
import { asVersion1, type Export } from '#tests/support/transfer/version-1.ts';

/** Any file is either imported completely or refused with a sentence, without leaving rows. */
let testApp: TestApp;
let file: string;
let other: Awaited<ReturnType<TestApp['another']>>;
beforeAll(async () => {
	testApp = await openTestApp();
	other = await testApp.another('Nadia Ferreira');
	await fill(testApp);
	file = await exported(testApp);
});
afterAll(() => testApp.close());

type Json = Export & Record<string, unknown>;

/** The result of checking a file before anything is written: code of the refusal, or `fits`. */
async function verdict(bytes: Uint8Array): Promise<string> {
	try {
		(await readWorkspace(bytes, rowRules)).file.close();
		return 'fits';
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		expect(error.sentence).toContain('Nothing was imported');
		expect(error.fields.map(({ field }) => field)).toEqual(['file']);
		return error.code;
	}
}

/** The file with a change, and without the checksum that would detect it. */
function changed(change: (json: Json) => void): Uint8Array {
	const json = JSON.parse(file) as Json;
	delete json.sum;
	change(json);
	return Buffer.from(JSON.stringify(json));
}

test('any changed byte is detected', async () => {
	const bytes = Buffer.from(file);
	await fc.assert(
		fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
			const flipped = Buffer.from(bytes);
			flipped[at] = (flipped[at] ?? 0) ^ by;
			// Only white space at the end may differ.
			if (JSON.stringify(json(flipped)) === JSON.stringify(JSON.parse(file))) return;
			expect(await verdict(flipped)).not.toBe('fits');
		}),
		{ numRuns: 300 }
	);
});

function json(bytes: Uint8Array): unknown {
	try {
		return JSON.parse(Buffer.from(bytes).toString());
	} catch {
		return undefined;
	}
}

test('a file that ends in the middle is cut off, packed or not', async () => {
	const packed = gzipSync(file);
	await fc.assert(
		fc.asyncProperty(fc.double({ min: 0.1, max: 0.99, noNaN: true }), async (part) => {
			const cut = (bytes: Uint8Array) => bytes.subarray(0, Math.floor(bytes.length * part));
			expect(await verdict(cut(Buffer.from(file)))).toBe('workspace-import.damaged');
			expect(await verdict(cut(packed))).toBe('workspace-import.damaged');
		}),
		{ numRuns: 50 }
	);
});

test('values of a wrong type are refused with table, row and column', async () => {
	const places = Object.entries((JSON.parse(file) as Json).tables).flatMap(([table, rows]) =>
		Object.keys(rows[0] ?? {}).map((column) => [table, column] as const)
	);
	await fc.assert(
		fc.asyncProperty(fc.constantFrom(...places), fc.jsonValue(), async ([table, column], value) => {
			const answer = await verdict(
				changed(({ tables }) => {
					const row = tables[table]?.[0];
					if (row) row[column] = value;
				})
			);
			expect(['fits', 'workspace-import.wrong', 'workspace-import.too-much']).toContain(answer);
		}),
		{ numRuns: 200 }
	);
	await expect(
		readAndCheck(changed(({ tables }) => Object.assign(tables.people?.[0] ?? {}, { name: 7 })))
	).rejects.toThrow('row 1 of “people” has a value in “name”');
});

async function readAndCheck(bytes: Uint8Array): Promise<void> {
	const { schema, tables } = await readFile(bytes);
	checkRows(tables, schemaAt(schema));
}

test.each<[string, (json: Json) => void, string]>([
	['another product', (each) => (each.format = 'other'), 'workspace-import.not-ours'],
	['a newer format', (each) => (each.version = 3), 'workspace-import.newer'],
	['a newer schema', (each) => (each.schema = '9999-later'), 'workspace-import.newer'],
	['a schema of nobody', (each) => (each.schema = '0000-none'), 'workspace-import.wrong'],
	[
		'a zone of nobody',
		(each) => (each.workspace = { zone: 'Mars/Base' }),
		'workspace-import.wrong'
	],
	['an unknown table', (each) => (each.tables.secrets = []), 'workspace-import.wrong'],
	['a table of the instance', (each) => (each.tables.auth_user = []), 'workspace-import.wrong'],
	['a missing table', (each) => delete each.tables.themes, 'workspace-import.wrong'],
	['an unknown column', (each) => (first(each, 'themes').colour = 'red'), 'workspace-import.wrong'],
	['a missing column', (each) => delete first(each, 'themes').title, 'workspace-import.wrong'],
	[
		'another workspace',
		(each) => (first(each, 'themes').workspace_id = 'x'),
		'workspace-import.wrong'
	],
	['a lost reference', (each) => (each.tables.people = []), 'workspace-import.wrong'],
	[
		'the same row twice',
		(each) => each.tables.themes?.push(first(each, 'themes')),
		'workspace-import.twice'
	],
	[
		'two open interviews with one partner',
		(each) => each.tables.interviews?.push({ ...first(each, 'interviews'), id: newId() }),
		'workspace-import.twice'
	],
	[
		'a time that is none',
		(each) => (first(each, 'themes').opened_at = 'soon'),
		'workspace-import.wrong'
	],
	[
		'a date where an instant stands',
		(each) => (first(each, 'meetings').starts_at = '2026-11-23'),
		'workspace-import.wrong'
	],
	[
		'an instant with more behind it',
		(each) => (first(each, 'meetings').starts_at = '2026-11-23T16:00:00.000Z (x)'),
		'workspace-import.wrong'
	],
	[
		'a day that no month has',
		(each) => (first(each, 'pauses').from_day = '2026-02-31'),
		'workspace-import.wrong'
	],
	[
		'a body that is cut off',
		(each) => (first(each, 'talk_events').body = '{'),
		'workspace-import.wrong'
	],
	['half a character', (each) => (first(each, 'themes').title = '\ud83d'), 'workspace-import.wrong']
])('%s is refused', async (_, change, code) => {
	expect(await verdict(changed(change))).toBe(code);
});

/** Adds `__proto__` as an own property, which an assignment would not do. */
function addProto(object: object): void {
	Object.defineProperty(object, '__proto__', { value: [], enumerable: true });
}

test.each<[string, (json: Json) => void]>([
	['a table', ({ tables }) => addProto(tables)],
	['a column', (json) => addProto(first(json, 'themes'))],
	['a field of the workspace', ({ workspace }) => addProto(workspace as object)]
])('%s named as every prototype is refused by name', async (_, change) => {
	await expect(readAndCheck(changed(change))).rejects.toThrow('“__proto__”');
});

function first(json: Json, table: string): Record<string, unknown> {
	return json.tables[table]?.[0] ?? {};
}

test.each([
	['nothing', Buffer.alloc(0), 'workspace-import.empty'],
	['a ZIP', Buffer.from('PK\u0003\u0004 and more'), 'workspace-import.archive'],
	['a letter', Buffer.from('Dear Mara'), 'workspace-import.not-ours'],
	['another JSON', Buffer.from('[1, 2, 3]'), 'workspace-import.not-ours'],
	[
		'names that reach for prototypes',
		Buffer.from('{"__proto__":{"format":1}}'),
		'workspace-import.not-ours'
	],
	['a depth without end', Buffer.from('['.repeat(200_000)), 'workspace-import.too-much'],
	[
		'a few kilobytes that are sixteen million lists',
		gzipSync(`{"format":"imago-workspace","tables":{"a":[${'[],'.repeat(16_000_000)}[]]}}`),
		'workspace-import.too-much'
	],
	['a bomb', gzipSync(Buffer.alloc(60 * 1024 * 1024)), 'workspace-import.too-large-unpacked'],
	['too much', Buffer.alloc(51 * 1024 * 1024, 0x20), 'workspace-import.too-large-unpacked']
])('%s is refused', async (_, bytes, code) => {
	expect(await verdict(bytes)).toBe(code);
});

test('what an older schema wrote is brought up to this one', async () => {
	const older = changed((each) => {
		Object.assign(each, asVersion1(each), { version: 1, schema: '0011-leaving' });
		for (const row of each.tables.kept_out ?? []) delete row.keyed_by;
		for (const row of each.tables.imports ?? []) delete row.file_hash;
	});
	expect(await verdict(older)).toBe('fits');
});

test('after a refusal nothing is left', async () => {
	const before = await countsOf(testApp);
	const files = [
		Buffer.from(file.slice(0, -9)),
		changed(({ tables }) => (tables.people = [])),
		changed((each) => (each.tables.themes = [{}]))
	];
	for (const bytes of files) {
		await expect(importFile(testApp.app, other, bytes)).rejects.toBeInstanceOf(Refusal);
	}
	await testApp.settle();
	expect(await countsOf(testApp)).toEqual(before);
});

test('an interrupted import is deleted, and the next one succeeds', async () => {
	const before = await countsOf(testApp);
	const mend = await testApp.raw.breakInserts('themes', 'disk full');
	await expect(importFile(testApp.app, other, Buffer.from(file))).rejects.toThrow('disk full');
	await mend();
	await testApp.settle();
	expect(await countsOf(testApp)).toEqual(before);
	await importFile(testApp.app, other, Buffer.from(file));
	expect(await countsOf(testApp)).toMatchObject({ themes: 2, people: 2, workspaces: 2 });
});
