import { DefaultQueryExecutor, type CompiledQuery } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { trimEvents } from '#server/trim-events.ts';
import { operations } from '#surfaces/registry.server.ts';
import { columnsOf, type RawRow, type RawValue } from '../support/raw.ts';
import { addOneOfEach, layGround, type Ground } from './many.ts';
import { openApi, type Api } from './program.ts';

/** Rows of each list: so many that an engine which reads through them takes another way. */
const seeds = 40;
const copies = 150;
const limit = 5;
/** Rows that a page may look at in any one table, with those of the other tables that it shows. */
const mostRead = 60;

let api: Api;
let ground: Ground;

const tables = [
	...['people', 'organizations', 'interviews', 'asks', 'introductions', 'schools', 'gatherings'],
	...['imports', 'import_rows', 'insights', 'consultations', 'favours', 'events', 'deliveries']
];

/** What a copy says for itself, so that it is a row of its own with an instant of its own. */
function copied(name: string): string {
	if (name === 'id') return "substr(id, 1, 2) || substr('' || (1000 + n), 2) || substr(id, 6)";
	if (name === 'line') return 'line + 1000 * n';
	if (name.endsWith('_key')) return `${name} || ' ' || n`;
	// One open interview a partner: copies are thanked for, and every second one is closed.
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
	const columns = await columnsOf(api.house.raw);
	for (const table of tables) {
		const names = (columns.get(table) ?? []).map(({ name }) => name);
		const values = names.map((name) =>
			table !== 'interviews' && /^(thanked|closed)_at$/.test(name) ? name : copied(name)
		);
		await api.house.raw.run(
			`insert into ${table} (${names.join(', ')})
			with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < ${String(copies)})
			select ${values.join(', ')} from ${table} cross join numbers`
		);
	}
	// As the server's own statistics are after a while; a file has none before it is closed once.
	if (api.house.raw.engine === 'postgres') await api.house.raw.run('analyze');
}

beforeAll(async () => {
	api = await openApi();
	ground = await layGround(api);
	for (let index = 1; index <= seeds; index += 1) await addOneOfEach(api, ground, index);
	await multiply();
}, 60_000);
afterAll(() => api.house.close());

/** The statements that a request comes to. */
async function statementsOf(path: string) {
	const asked = vi.spyOn(DefaultQueryExecutor.prototype, 'executeQuery');
	try {
		const { status, json, text } = await api.send('GET', path);
		expect([status, status === 200 ? '' : text]).toEqual([200, '']);
		const queries: CompiledQuery[] = asked.mock.calls.map(([query]) => query);
		return { json, queries };
	} finally {
		asked.mockRestore();
	}
}

/** The statement that begins after a place: it is told the id, or the line, that stands there last. */
function beginningAt(queries: readonly CompiledQuery[], last: unknown): CompiledQuery {
	const found = queries.filter(({ parameters }) => parameters.includes(last));
	const page = found.findLast(({ sql }) => sql.includes(' limit '));
	if (!page) throw new Error(`No statement begins after ${String(last)}.`);
	return page;
}

interface Node {
	'Node Type': string;
	'Index Cond'?: string;
	'Actual Rows': number;
	'Actual Loops': number;
	'Rows Removed by Filter'?: number;
	'Rows Removed by Index Recheck'?: number;
	Plans?: Node[];
}

const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** Asks the server as the role of one workspace, so that the policies are in the plan. */
async function explained({ sql, parameters }: CompiledQuery): Promise<RawRow[]> {
	const { raw, caller } = api.house;
	const values = parameters as RawValue[];
	if (raw.engine === 'sqlite') return raw.all(`explain query plan ${sql}`, ...values);
	await raw.run('begin');
	try {
		await raw.run("select set_config('imago.workspace', ?, true)", caller.workspaceId);
		await raw.run('set local role imago_scope');
		return await raw.all(`explain (analyze, format json) ${sql}`, ...values);
	} finally {
		await raw.run('rollback');
	}
}

/** A range of an index leads to the page: nothing is sorted, and nothing read that is not shown. */
async function expectRange(page: CompiledQuery, most = mostRead): Promise<void> {
	const rows = await explained(page);
	if (api.house.raw.engine === 'sqlite') {
		const steps = rows.map(({ detail }) => String(detail));
		expect(steps).toContainEqual(expect.stringMatching(/^SEARCH .* USING .*[^=][<>]/));
		const others = steps.filter((step) => /TEMP B-TREE|^SCAN (?!.*VIRTUAL)/.test(step));
		expect([others, steps]).toEqual([[], steps]);
		return;
	}
	const [first] = rows[0]?.['QUERY PLAN'] as unknown as [{ Plan: Node }];
	const nodes = nodesOf(first.Plan);
	expect(nodes.map((node) => node['Index Cond'] ?? '')).toContainEqual(
		expect.stringMatching(/ROW\(.*[<>]|\(line >/)
	);
	const far = nodes.filter(
		(node) =>
			node['Node Type'].endsWith('Sort') ||
			node['Actual Loops'] *
				(node['Actual Rows'] +
					(node['Rows Removed by Filter'] ?? 0) +
					(node['Rows Removed by Index Recheck'] ?? 0)) >
				most
	);
	expect(far).toEqual([]);
}

const lists = operations.filter(
	({ input }) => 'cursor' in ((input as { shape?: Record<string, unknown> }).shape ?? {})
);

describe.each(lists.map(({ http }) => http.path))('%s', (path) => {
	const addressOf = (): string =>
		path.replace('{id}', path.startsWith('/webhooks') ? ground.webhookId : ground.importId);

	test('a later page is found by a range of an index', async () => {
		const first = await api.send('GET', `${addressOf()}?limit=100`);
		const cursor = String(first.json.nextCursor);
		const place = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
		const address = `${addressOf()}?limit=${String(limit)}&cursor=${cursor}`;
		const { queries } = await statementsOf(address);
		await expectRange(beginningAt(queries, place.at(-1)));
	});
});

test.each(['thanked', 'closed'])('a later page of %s interviews', async (stage) => {
	const first = await api.send('GET', `/interviews?stage=${stage}`);
	const [column] = (first.json.columns as { cards: { id: string }[] }[]) ?? [];
	const last = column?.cards.at(-1)?.id;
	const { queries } = await statementsOf(`/interviews?stage=${stage}&after=${String(last)}`);
	const page = queries.filter(({ sql }) => sql.includes(`_at" desc`)).at(-1);
	expect(page?.parameters).toContain(last);
	if (page) await expectRange(page);
});

test('the oldest events, which go, are found by the same index, as the last of them are', async () => {
	const asked = vi.spyOn(DefaultQueryExecutor.prototype, 'executeQuery');
	const { workspaceId } = api.house.caller;
	expect(await trimEvents(api.house.app.database, workspaceId, { most: 5000 })).toBeGreaterThan(
		500
	);
	const steps = asked.mock.calls
		.map(([query]) => query)
		.filter(({ sql }) => sql.includes('<=') && sql.startsWith('select'));
	asked.mockRestore();
	expect(steps.length).toBeGreaterThan(3);
	for (const step of steps) await expectRange(step, 200);
});
