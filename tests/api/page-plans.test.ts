import type { CompiledQuery } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pruneAuditEvents } from '#server/prune-audit-events.ts';
import { operations } from '#surfaces/registry.server.ts';
import {
	postgresPlan,
	rowsRead,
	sqlitePlan,
	statementsOf,
	type PlanNode
} from '../support/plans.ts';
import { columnsOf } from '../support/raw.ts';
import { addOneOfEach, seedParents, type ParentIds } from './seed-rows.ts';
import { openRestApi, type RestApi } from './rest-client.ts';

/** Number of rows per list: enough for the query planner to prefer an index over a scan. */
const seeds = 40;
const copies = 150;
const limit = 5;
/** Rows that a page may read of one table, with the rows of other tables that it shows. */
const mostRead = 60;

let api: RestApi;
let parents: ParentIds;

const tables = [
	...[
		'people',
		'organizations',
		'interviews',
		'introduction_requests',
		'introductions',
		'schools',
		'association_events'
	],
	...[
		'imports',
		'rejected_rows',
		'insights',
		'consultations',
		'favours',
		'audit_events',
		'deliveries'
	]
];

/** The SQL expression of a column of a copied row, so that each copy has its own id and instant. */
function copied(name: string): string {
	if (name === 'id') return "substr(id, 1, 2) || substr('' || (1000 + n), 2) || substr(id, 6)";
	if (name === 'line') return 'line + 1000 * n';
	if (name.endsWith('_key')) return `${name} || ' ' || n`;
	// A partner has one open interview: copies are thanked for, and every second one is closed.
	if (name === 'thanked_at') return "'2026-11-01T00:00:00.' || substr('' || (1000 + n), 2) || 'Z'";
	if (name === 'closed_at') {
		return "case n % 2 when 0 then '2026-11-02T00:00:00.' || substr('' || (1000 + n), 2) || 'Z' end";
	}
	if (name.endsWith('_at')) {
		return `replace(${name}, '.000Z', '.' || substr('' || (1000 + n), 2) || 'Z')`;
	}
	return name;
}

async function multiply(): Promise<void> {
	const columns = await columnsOf(api.testApp.raw);
	for (const table of tables) {
		const names = (columns.get(table) ?? []).map(({ name }) => name);
		const values = names.map((name) =>
			table !== 'interviews' && /^(thanked|closed)_at$/.test(name) ? name : copied(name)
		);
		await api.testApp.raw.run(
			`insert into ${table} (${names.join(', ')})
			with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < ${String(copies)})
			select ${values.join(', ')} from ${table} cross join numbers`
		);
	}
	// Updates the planner statistics, as autovacuum does; SQLite has none until the file is closed.
	if (api.testApp.raw.engine === 'postgres') await api.testApp.raw.run('analyze');
}

beforeAll(async () => {
	api = await openRestApi();
	parents = await seedParents(api);
	for (let index = 1; index <= seeds; index += 1) await addOneOfEach(api, parents, index);
	await multiply();
}, 60_000);
afterAll(() => api.testApp.close());

/** The SQL statements of a request. */
async function statementsAt(path: string): Promise<CompiledQuery[]> {
	const { result, queries } = await statementsOf(() => api.send('GET', path));
	expect([result.status, result.status === 200 ? '' : result.text]).toEqual([200, '']);
	return queries;
}

/** The statement of a page: it has the last id, or line, of the page before as a parameter. */
function beginningAt(queries: readonly CompiledQuery[], last: unknown): CompiledQuery {
	const found = queries.filter(({ parameters }) => parameters.includes(last));
	const page = found.findLast(({ sql }) => sql.includes(' limit '));
	if (!page) throw new Error(`No statement begins after ${String(last)}.`);
	return page;
}

/** Expects that the statement uses a range of an index, sorts nothing and reads no further rows. */
async function expectRange(page: CompiledQuery, most = mostRead): Promise<void> {
	if (api.testApp.raw.engine === 'sqlite') {
		const steps = await sqlitePlan(api.testApp, page);
		expect(steps).toContainEqual(expect.stringMatching(/^SEARCH .* USING .*[^=][<>]/));
		const others = steps.filter((step) => /TEMP B-TREE|^SCAN (?!.*VIRTUAL)/.test(step));
		expect([others, steps]).toEqual([[], steps]);
		return;
	}
	const nodes = await postgresPlan(api.testApp, page);
	expect(nodes.map((node) => node['Index Cond'] ?? '')).toContainEqual(
		expect.stringMatching(/ROW\(.*[<>]|\(line >/)
	);
	const isFar = (node: PlanNode) => node['Node Type'].endsWith('Sort') || rowsRead(node) > most;
	expect(nodes.filter(isFar)).toEqual([]);
}

const lists = operations.filter(
	({ input }) => 'cursor' in ((input as { shape?: Record<string, unknown> }).shape ?? {})
);

describe.each(lists.map(({ http }) => http.path))('%s', (path) => {
	const addressOf = (): string =>
		path.replace('{id}', path.startsWith('/webhooks') ? parents.webhookId : parents.importId);

	test('a later page is found by a range of an index', async () => {
		const first = await api.send('GET', `${addressOf()}?limit=100`);
		const cursor = String(first.json.nextCursor);
		const position = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
		const address = `${addressOf()}?limit=${String(limit)}&cursor=${cursor}`;
		await expectRange(beginningAt(await statementsAt(address), position.at(-1)));
	});
});

test.each(['thanked', 'closed'])('a later page of %s interviews', async (stage) => {
	const first = await api.send('GET', `/interviews?stage=${stage}`);
	const [column] = (first.json.columns as { cards: { id: string }[] }[]) ?? [];
	const last = column?.cards.at(-1)?.id;
	const queries = await statementsAt(`/interviews?stage=${stage}&after=${String(last)}`);
	const page = queries.filter(({ sql }) => sql.includes(`_at" desc`)).at(-1);
	expect(page?.parameters).toContain(last);
	if (page) await expectRange(page);
});

test('the oldest events, which are pruned, are found by the same index', async () => {
	const { workspaceId } = api.testApp.caller;
	const { result: gone, queries } = await statementsOf(() =>
		pruneAuditEvents(api.testApp.app.database, workspaceId, { most: 5000 })
	);
	expect(gone).toBeGreaterThan(500);
	const steps = queries.filter(({ sql }) => sql.includes('<=') && sql.startsWith('select'));
	expect(steps.length).toBeGreaterThan(3);
	for (const step of steps) await expectRange(step, 200);
});
