import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { scopeFor } from '#server/scope.server.ts';
import { insertMany } from './insert-many.server.ts';

let testApp: TestApp;
beforeAll(async () => {
	testApp = await openTestApp();
});
afterAll(() => testApp.close());

test('rows of another workspace are refused, also when the statement is known already', async () => {
	const other = await testApp.another('Nadia Ferreira');
	const insert = (workspace_id: string): Promise<void> =>
		testApp.open
			.transaction()
			.execute((tx) =>
				insertMany(
					scopeFor({ kind: 'host' }, 'write', testApp.caller.workspaceId, tx),
					'people_search',
					[{ workspace_id, person_id: 'x', words: ' some words ' }]
				)
			);
	await insert(testApp.caller.workspaceId);
	await insert(testApp.caller.workspaceId);
	await expect(insert(other.workspaceId)).rejects.toThrow('another workspace');
	const rows = await testApp.open.selectFrom('people_search').select('workspace_id').execute();
	expect(rows.map((row) => row.workspace_id)).toEqual([
		testApp.caller.workspaceId,
		testApp.caller.workspaceId
	]);
});
