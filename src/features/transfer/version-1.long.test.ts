import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { callerNow, exported } from '#tests/support/transfer/transfer.ts';
import { asVersion2, type Export } from '#tests/support/transfer/version-1.ts';
import { importFile } from './operations/import-file.server.ts';

/** The demo season as version 1 of the format has it, exported at schema 0039. */
const file = readFileSync('tests/support/transfer/season-version-1.json.gz');

let testApp: TestApp;
beforeAll(async () => {
	testApp = await openTestApp();
});
afterAll(() => testApp.close());

test('an export of version 1 comes in, and leaves as the same rows in version 2', async () => {
	await importFile(testApp.app, testApp.caller, file);
	const caller = await callerNow(testApp, testApp.caller);
	const before = JSON.parse(gunzipSync(file).toString()) as Export;
	const after = JSON.parse(await exported(testApp, caller)) as Export;
	expect([before.version, after.version]).toEqual([1, 2]);
	const { workspace, tables } = asVersion2(before);
	expect(after.workspace).toEqual(workspace);
	expect(Object.keys(after.tables).sort()).toEqual(Object.keys(tables).sort());
	for (const [name, rows] of Object.entries(tables)) {
		expect([name, after.tables[name]]).toEqual([name, rows]);
	}
	expect(after.tables.association_events?.length).toBeGreaterThan(0);
});
