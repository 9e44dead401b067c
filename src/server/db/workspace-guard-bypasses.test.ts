import { sql, type Compilable, type Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { scopeFor } from '../scope.server.ts';
import type { Tables } from './tables.ts';

let testApp: TestApp;
let db: Kysely<Tables>;
let workspaceId: string;
beforeAll(async () => {
	testApp = await openTestApp();
	({ workspaceId } = testApp.caller);
	({ db } = scopeFor({ kind: 'host' }, 'write', workspaceId, testApp.app.database.writer));
});
afterAll(() => testApp.close());

type Build = () => Compilable;
const refused = (statement: Build): void => {
	expect(() => statement().compile()).toThrow('Unscoped statement');
};

/** Sources with rows of every workspace, or of unknown workspaces, each under the name `other`. */
const unboundSources = {
	'a table of the instance': () => db.selectFrom('jobs as other'),
	'a statement in place of a table': () =>
		db.selectFrom(db.selectFrom('jobs').select(['jobs.workspace_id', 'jobs.id']).as('other')),
	'what `with` names': () =>
		db
			.with('other', (from) => from.selectFrom('jobs').select(['jobs.workspace_id', 'jobs.id']))
			.selectFrom('other'),
	'another table of workspaces': () => db.selectFrom('interviews as other')
} as unknown as Record<string, () => ReturnType<typeof instance>>;
const instance = () => db.selectFrom('jobs as other');

/** Queries that lead from such a source to a table of workspaces by `workspace_id` alone. */
const accesses: Record<string, (from: ReturnType<typeof instance>) => Compilable> = {
	'an inner join': (from) =>
		from.innerJoin('people', 'people.workspace_id', 'other.workspace_id').select('people.name'),
	'a left join': (from) =>
		from.leftJoin('people', 'people.workspace_id', 'other.workspace_id').select('people.name'),
	'a join beside it': (from) =>
		from
			.crossJoin('people')
			.select('people.name')
			.whereRef('people.workspace_id', '=', 'other.workspace_id'),
	'a lateral join': (from) =>
		from
			.innerJoinLateral(
				(inner) =>
					inner
						.selectFrom('people')
						.select('people.name')
						.whereRef('people.workspace_id', '=', 'other.workspace_id')
						.as('found'),
				(join) => join.onTrue()
			)
			.select('found.name'),
	exists: (from) =>
		from
			.select('other.id')
			.where((eb) =>
				eb.exists(
					eb
						.selectFrom('people')
						.select('people.id')
						.whereRef('people.workspace_id', '=', 'other.workspace_id')
				)
			),
	'not exists': (from) =>
		from
			.select('other.id')
			.where((eb) =>
				eb.not(
					eb.exists(
						eb
							.selectFrom('people')
							.select('people.id')
							.whereRef('people.workspace_id', '=', 'other.workspace_id')
					)
				)
			),
	'a selected statement': (from) =>
		from.select((eb) =>
			eb
				.selectFrom('people')
				.select('people.name')
				.whereRef('people.workspace_id', '=', 'other.workspace_id')
				.limit(1)
				.as('name')
		),
	'an order': (from) =>
		from
			.select('other.id')
			.orderBy((eb) =>
				eb
					.selectFrom('people')
					.select('people.name')
					.whereRef('people.workspace_id', '=', 'other.workspace_id')
					.limit(1)
			),
	'a second statement around': (from) =>
		from.select('other.id').where((eb) =>
			eb.exists(
				eb
					.selectFrom('workspaces')
					.select('workspaces.id')
					.where((deeper) =>
						deeper.exists(
							deeper
								.selectFrom('people')
								.select('people.id')
								.whereRef('people.workspace_id', '=', 'other.workspace_id')
						)
					)
			)
		),
	'a union': (from) =>
		from
			.select('other.id')
			.where('other.workspace_id', '=', workspaceId)
			.union(
				db
					.selectFrom('jobs')
					.innerJoin('people', 'people.workspace_id', 'jobs.workspace_id')
					.select('people.id')
			)
};

describe.each(Object.keys(unboundSources))('from %s', (from) => {
	test.each(Object.keys(accesses))('%s gives no access to a table of workspaces', (access) => {
		refused(() => accesses[access]!(unboundSources[from]!()));
	});
	test.each(Object.keys(accesses).filter((access) => access !== 'a union'))(
		'%s gives access once its source is bound itself',
		(access) => {
			const bound = () => unboundSources[from]!().where('other.workspace_id', '=', workspaceId);
			expect(accesses[access]!(bound()).compile().sql).toContain('people');
		}
	);
});

const theirs = 'another-workspace';
const key = { workspace_id: '', id: 'k', hash: 'h', name: 'n', effects: 'read', made_at: 'now' };
const mine = () => ({ ...key, workspace_id: workspaceId });

const statements: Record<string, Build> = {
	'an insert that moves the row in its way': () =>
		db
			.insertInto('keys')
			.values(mine())
			.onConflict((on) => on.columns(['workspace_id', 'id']).doUpdateSet({ workspace_id: theirs })),
	'an insert that moves it by what was given': () =>
		db
			.insertInto('keys')
			.values(mine())
			.onConflict((on) =>
				on.columns(['workspace_id', 'id']).doUpdateSet((eb) => ({
					workspace_id: eb.ref('excluded.workspace_id')
				}))
			),
	'an insert that changes whoever has the hash': () =>
		db
			.insertInto('keys')
			.values(mine())
			.onConflict((on) => on.column('hash').doUpdateSet({ name: 'mine' })),
	'an insert that changes whoever breaks a constraint': () =>
		db
			.insertInto('keys')
			.values(mine())
			.onConflict((on) => on.constraint('keys_pkey').doUpdateSet({ name: 'mine' })),
	'an insert that replaces': () => db.replaceInto('keys').values(mine()),
	'an insert or replace': () => db.insertInto('keys').orReplace().values(mine()),
	'an insert without rows': () => db.insertInto('keys').defaultValues(),
	'an insert that returns a statement': () =>
		db
			.insertInto('keys')
			.values(mine())
			.returning((eb) => eb.selectFrom('people').select('people.name').limit(1).as('name')),
	'an update that moves a row by another name': () =>
		db
			.updateTable('people')
			.set('people.workspace_id' as 'workspace_id', theirs)
			.where('workspace_id', '=', workspaceId),
	'an update that moves a row by text': () =>
		db
			.updateTable('people')
			.set(sql`workspace_id`, theirs)
			.where('workspace_id', '=', workspaceId),
	'an update of the instance that leads to people': () =>
		db
			.updateTable('people')
			.from('jobs')
			.set({ note: 'x' })
			.whereRef('people.workspace_id', '=', 'jobs.workspace_id'),
	'an update that sets what a statement finds': () =>
		db.updateTable('jobs').set((eb) => ({
			failure: eb
				.selectFrom('people')
				.select('people.name')
				.whereRef('people.workspace_id', '=', 'jobs.workspace_id')
				.limit(1)
		})),
	'a delete by a table of the instance': () =>
		db.deleteFrom('people').using('jobs').whereRef('people.workspace_id', '=', 'jobs.workspace_id'),
	'a delete in a `with`': () =>
		db
			.with('gone', (from) => from.deleteFrom('people').returning('people.id'))
			.selectFrom('gone')
			.select('gone.id')
			.where(sql.ref('gone.workspace_id'), '=', workspaceId),
	'an update in a `with`': () =>
		db
			.with('changed', (from) =>
				from.updateTable('people').set({ note: 'x' }).returning('people.workspace_id')
			)
			.selectFrom('changed')
			.selectAll()
			.where('changed.workspace_id', '=', workspaceId),
	'a union with everybody': () =>
		db
			.selectFrom('people')
			.select('id')
			.where('workspace_id', '=', workspaceId)
			.union(db.selectFrom('people').select('id')),
	'a right join that only its condition ties': () =>
		db
			.selectFrom('themes')
			.rightJoin('people', (join) =>
				join.on('themes.workspace_id', '=', workspaceId).on('people.workspace_id', '=', workspaceId)
			)
			.select('people.name'),
	'a full join that only its condition ties': () =>
		db
			.selectFrom('themes')
			.fullJoin('people', (join) =>
				join.on('themes.workspace_id', '=', workspaceId).on('people.workspace_id', '=', workspaceId)
			)
			.select('people.name'),
	'a lateral left join that ties the table before it': () =>
		db
			.selectFrom('people')
			.leftJoinLateral(
				(from) => from.selectFrom('jobs').select('jobs.id').as('job'),
				(join) => join.on('people.workspace_id', '=', workspaceId)
			)
			.select('people.name'),
	'a left join whose table only the table before it ties': () =>
		db
			.selectFrom('jobs')
			.leftJoin('interviews', 'interviews.workspace_id', 'jobs.workspace_id')
			.innerJoin('people', 'people.workspace_id', 'interviews.workspace_id')
			.select('people.name'),
	'a workspace without a name beside two tables': () =>
		db
			.selectFrom('jobs')
			.innerJoin('people', 'people.id', 'jobs.id')
			.select('people.name')
			.where('workspace_id', '=', workspaceId),
	'a table that text names': () =>
		db.selectFrom(sql<{ id: string }>`people`.as('each')).select('id'),
	'a table by its identifier': () =>
		db.selectFrom(sql<{ id: string }>`${sql.table('people')}`.as('each')).select('each.id'),
	'a table that text joins': () =>
		db
			.selectFrom('jobs')
			.innerJoin(sql<{ id: string }>`people`.as('each'), (join) => join.onTrue())
			.select('each.id'),
	'a merge': () =>
		db
			.mergeInto('people')
			.using('jobs', 'people.workspace_id', 'jobs.workspace_id')
			.whenMatched()
			.thenDelete(),
	'a statement of the schema': () => db.schema.dropTable('people')
};

test.each(Object.entries(statements))('%s is refused', (_, statement) => {
	refused(statement);
});

test('an insert that updates the conflicting row of its own workspace passes', () => {
	const { sql: text } = db
		.insertInto('keys')
		.values(mine())
		.onConflict((on) => on.columns(['workspace_id', 'id']).doUpdateSet({ name: 'again' }))
		.compile();
	expect(text).toContain('on conflict');
});
