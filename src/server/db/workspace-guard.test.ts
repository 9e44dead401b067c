import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from 'kysely';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { scopeFor, type Scope } from '../scope.server.ts';

let testApp: TestApp;
let scope: Scope;
beforeAll(async () => {
	testApp = await openTestApp();
	scope = scopeFor(
		{ kind: 'host' },
		'write',
		testApp.caller.workspaceId,
		testApp.app.database.writer
	);
});
afterAll(() => testApp.close());

const elsewhere = 'another-workspace';

test.each([
	['a select without the workspace', () => scope.db.selectFrom('people').select('id').execute()],
	[
		'a select of another workspace',
		() => scope.db.selectFrom('people').select('id').where('workspace_id', '=', elsewhere).execute()
	],
	[
		'a workspace that stands under or',
		() =>
			scope.db
				.selectFrom('people')
				.select('id')
				.where((eb) => eb.or([eb('workspace_id', '=', scope.workspaceId), eb('name', '=', 'x')]))
				.execute()
	],
	[
		'a join whose second table is free',
		() =>
			scope.db
				.selectFrom('interviews')
				.innerJoin('people', 'people.id', 'interviews.person_id')
				.select('people.name')
				.where('interviews.workspace_id', '=', scope.workspaceId)
				.execute()
	],
	[
		'two tables tied to each other alone',
		() =>
			scope.db
				.selectFrom('interviews')
				.innerJoin('people', 'people.workspace_id', 'interviews.workspace_id')
				.select('people.name')
				.execute()
	],
	[
		'a subquery without the workspace',
		() =>
			scope.db
				.selectFrom('people')
				.select('id')
				.where('workspace_id', '=', scope.workspaceId)
				.where('id', 'in', scope.db.selectFrom('interviews').select('person_id'))
				.execute()
	],
	[
		'a first table that only the condition of an outer join names',
		() =>
			scope.db
				.selectFrom('themes')
				.leftJoin('self_notes', (join) =>
					join
						.on('themes.workspace_id', '=', scope.workspaceId)
						.on('self_notes.workspace_id', '=', scope.workspaceId)
				)
				.select('themes.title')
				.execute()
	],
	[
		'an update from another table that is free',
		() =>
			scope.db
				.updateTable('people')
				.from('interviews')
				.set({ note: 'x' })
				.where('people.workspace_id', '=', scope.workspaceId)
				.execute()
	],
	[
		'an insert whose rows come from a statement',
		() =>
			scope.db
				.insertInto('pauses')
				.columns(['workspace_id', 'id', 'from_day', 'until_day', 'added_at'])
				.expression((db) =>
					db
						.selectFrom('pauses')
						.select(['workspace_id', 'id', 'from_day', 'until_day', 'added_at'])
						.where('workspace_id', '=', scope.workspaceId)
				)
				.execute()
	],
	['an update without it', () => scope.db.updateTable('people').set({ note: 'x' }).execute()],
	[
		'an update that moves a row away',
		() =>
			scope.db
				.updateTable('people')
				.set({ workspace_id: elsewhere })
				.where('workspace_id', '=', scope.workspaceId)
				.execute()
	],
	['a delete without it', () => scope.db.deleteFrom('people').execute()],
	[
		'an insert into another workspace',
		() =>
			scope.db
				.insertInto('pauses')
				.values({ workspace_id: elsewhere, id: 'p', from_day: 'x', until_day: 'x', added_at: 'x' })
				.execute()
	],
	['raw text that reads a table', () => sql`select * from people`.execute(scope.db)]
])('%s is refused', async (_, statement) => {
	await expect((async () => statement())()).rejects.toThrow('Unscoped statement');
});

test('a join bound to the workspace on both sides passes', async () => {
	const rows = await scope.db
		.selectFrom('interviews as interview')
		.innerJoin('people as person', (join) =>
			join
				.onRef('person.id', '=', 'interview.person_id')
				.onRef('person.workspace_id', '=', 'interview.workspace_id')
		)
		.select('person.name')
		.where('interview.workspace_id', '=', scope.workspaceId)
		.execute();
	expect(rows).toEqual([]);
});
