import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { scopeFor } from '#server/scope.server.ts';
import { insertMany } from './insert-many.server.ts';

let house: TestApp;
beforeAll(async () => {
	house = await openTestApp();
});
afterAll(() => house.close());

test('rows of another workspace are refused, also when the statement is known already', async () => {
	const other = await house.another('Nadia Ferreira');
	const insert = (workspace_id: string): Promise<void> =>
		house.open
			.transaction()
			.execute((tx) =>
				insertMany(
					scopeFor({ kind: 'host' }, 'write', house.caller.workspaceId, tx),
					'people_search',
					[{ workspace_id, person_id: 'x', words: ' some words ' }]
				)
			);
	await insert(house.caller.workspaceId);
	await insert(house.caller.workspaceId);
	await expect(insert(other.workspaceId)).rejects.toThrow('another workspace');
	const rows = await house.open.selectFrom('people_search').select('workspace_id').execute();
	expect(rows.map((row) => row.workspace_id)).toEqual([
		house.caller.workspaceId,
		house.caller.workspaceId
	]);
});
