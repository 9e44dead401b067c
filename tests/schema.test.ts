import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dumpSchema } from '#server/db/migrate.ts';
import { instanceTables } from '#server/db/tables.ts';
import { projectRoot } from '#server/project-root.ts';
import { openApiDocument } from '#surfaces/rest/document.ts';
import { operations } from '#surfaces/registry.server.ts';
import { rowRules } from '#surfaces/all-row-rules.ts';
import { exportDocument } from '../script/export-document.ts';
import { tableTypes } from '../script/table-types.ts';
import { openTestApp, type TestApp } from './support/app.ts';
import { dumpPostgresSchema } from './support/postgres.ts';
import { columnsOf } from './support/raw.ts';

let testApp: TestApp;
beforeAll(async () => {
	testApp = await openTestApp();
});
afterAll(() => testApp.close());

const kept = (name: string): string => readFileSync(join(projectRoot, name), 'utf8');

test('the schema that is kept is what the migrations make', () => {
	const { file } = testApp.app.database;
	const socket = process.env.IMAGO_TEST_POSTGRES ?? '';
	const made = file ? dumpSchema(file) : dumpPostgresSchema(socket);
	expect(made).toBe(kept(`db/schema.${testApp.app.database.settings.engine}.sql`));
});

test('the types of the tables that are kept are what the migrations make', async () => {
	expect(await tableTypes(testApp.raw.db)).toBe(kept('src/server/db/tables.generated.ts'));
});

test('docs/export.md is what the schema says', () => {
	expect(kept('docs/export.md')).toBe(exportDocument(rowRules));
});

test('docs/openapi.json is what the operations say', () => {
	expect(JSON.parse(kept('docs/openapi.json'))).toEqual(
		JSON.parse(JSON.stringify(openApiDocument(operations)))
	);
});

test('every table carries the workspace or is named as the instance’s own', async () => {
	for (const [table, columns] of await columnsOf(testApp.raw)) {
		const carries = columns.some(({ name }) => name === 'workspace_id');
		expect([table, carries || instanceTables.has(table)]).toEqual([table, true]);
	}
});

test('our own columns hold no booleans and no other types than the portable ones', async () => {
	const odd = [...(await columnsOf(testApp.raw))]
		.filter(([table]) => table !== 'people_search')
		.flatMap(([table, columns]) => columns.map(({ name, type }) => ({ table, name, type })))
		.filter(({ type }) => !['TEXT', 'INTEGER', 'BLOB', 'BYTEA'].includes(type));
	expect(odd).toEqual([]);
});

test('tokens in better-auth’s tables are hashes', async () => {
	const auth = await testApp.app.betterAuth();
	const { userId } = testApp.caller.actor as { userId: string };
	const context = await auth.$context;
	const session = await context.internalAdapter.createSession(userId);
	const rows = await testApp.open.selectFrom('auth_session').selectAll().execute();
	expect(rows.length).toBe(1);
	expect(JSON.stringify(rows)).not.toContain(session.token);
	expect(session.token).toHaveLength(43);
	expect((await context.internalAdapter.findSession(session.token))?.session.userId).toBe(userId);
	await context.internalAdapter.deleteSession(session.token);
	expect(await context.internalAdapter.findSession(session.token)).toBeNull();
});

test('the document passes redocly’s lint', () => {
	const done = spawnSync(
		join(projectRoot, 'node_modules/.bin/redocly'),
		['lint', 'docs/openapi.json', '--max-problems=20'],
		{
			cwd: projectRoot,
			encoding: 'utf8',
			env: {
				...process.env,
				PATH: `${join(projectRoot, 'node_modules/.bin')}:${process.env.PATH ?? ''}`,
				REDOCLY_TELEMETRY: 'off',
				REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true'
			}
		}
	);
	expect([done.status, done.status === 0 ? '' : done.stdout + done.stderr]).toEqual([0, '']);
});
