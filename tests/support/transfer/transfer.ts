import { text } from 'node:stream/consumers';
import { schemaAt } from '#server/transfer/schema.ts';
import type { Caller } from '#server/perform.ts';
import { newId } from '#server/tokens.ts';
import { operations } from '#surfaces/registry.server.ts';
import { restRouter } from '#surfaces/rest/router.ts';
import type { TestApp } from '#tests/support/app.ts';
import { seedEveryTable } from '#tests/support/canaries.ts';
import { columnsOf } from '#tests/support/raw.ts';
import { fillSeason, type Season } from '#tests/support/season.ts';
import { addKey } from '#features/account/operations.server.ts';
import { exportWorkspace } from '#features/transfer/operations.server.ts';

/** The export of the workspace of a caller as text. */
export async function exported(testApp: TestApp, caller: Caller = testApp.caller): Promise<string> {
	const { file } = await testApp.as(exportWorkspace, {}, caller);
	return text(file);
}

/** Rows of a workspace in every exported table, without the id of the workspace. */
export async function rowsOf(
	{ raw }: Pick<TestApp, 'raw'>,
	workspaceId: string
): Promise<Record<string, unknown[]>> {
	const all: Record<string, unknown[]> = {};
	for (const { name, columns, key } of schemaAt().tables) {
		const names = columns.map((column) => `"${column.name}"`).join(', ');
		const sql = `select ${names} from "${name}" where workspace_id = ? order by ${key.join(', ')}`;
		all[name] = await raw.all(sql, workspaceId);
	}
	return all;
}

/** Number of rows by table in the whole instance, without empty tables. */
export async function countsOf({ raw }: Pick<TestApp, 'raw'>): Promise<Record<string, number>> {
	const counts: Record<string, number> = {};
	for (const name of (await columnsOf(raw)).keys()) {
		if (/^(migrations|instance)$/.test(name)) continue;
		const [row] = await raw.all(`select count(*) as n from "${name}"`);
		if (Number(row?.n) > 0) counts[name] = Number(row?.n);
	}
	return counts;
}

/** The caller with the current workspace of the account; an import replaces the workspace. */
export async function callerNow(
	testApp: TestApp,
	caller: Caller = testApp.caller
): Promise<Caller> {
	const { userId } = caller.actor as { userId: string };
	const { id } = await testApp.open
		.selectFrom('workspaces')
		.select('id')
		.where('user_id', '=', userId)
		.executeTakeFirstOrThrow();
	return { ...caller, workspaceId: id };
}

/** Inserts one row into every table. */
export async function fill(
	testApp: TestApp,
	caller = testApp.caller,
	canary = 'canary'
): Promise<void> {
	await seedEveryTable(testApp.raw, caller.workspaceId, canary);
	// The import counts as read, so that no job continues it after the transfer.
	await testApp.raw.run('update imports set read_at = uploaded_at');
}

/** Creates a season through REST operations. */
export async function fillByOperations(testApp: TestApp): Promise<Season> {
	const { key } = await testApp.as(addKey, { name: 'Tests', effects: ['read', 'draft', 'write'] });
	const router = restRouter(operations);
	return fillSeason(async (verb, path, body) =>
		router.fetch(
			new Request(`http://127.0.0.1/api/v1${path}`, {
				method: verb,
				headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
				...(body === undefined ? {} : { body: JSON.stringify(body) })
			}),
			{ app: testApp.app, address: '198.51.100.7' }
		)
	);
}

/** Inserts many people past the operations, with their entries in the search index. */
export async function addPeople({ raw, caller }: TestApp, count: number): Promise<void> {
	const { workspaceId } = caller;
	const person =
		'insert into people (workspace_id, id, name, name_key, family_key, email, profile, company, position, source, added_at, changed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)';
	const entry = 'insert into people_search (workspace_id, person_id, words) values (?, ?, ?)';
	await raw.inOne(async () => {
		for (let at = 0; at < count; at += 1) {
			const id = newId();
			const key = `canary ${String(at)}`;
			const work = [`Harbour ${String(at % 97)}`, `Copy chief ${String(at % 13)}`] as const;
			const now = '2026-11-20T08:00:00.000Z';
			const [email, profile] = [`p${String(at)}@people.example`, `linkedin.com/in/p${String(at)}`];
			await raw.run(
				person,
				workspaceId,
				id,
				key,
				key,
				key,
				email,
				profile,
				...work,
				'hand',
				now,
				now
			);
			await raw.run(entry, workspaceId, id, ` ${key} ${work.join(' ').toLowerCase()} `);
		}
	});
}
