import { expect, test as base } from '@playwright/test';
import pg from 'pg';
import { startPair, type Pair } from '../support/pair.ts';
import { listen, signUp } from './fixtures.ts';
import { byPointer, readConnections } from './steps.ts';
import { walkSeason } from './whole-season.ts';

const rows = 30_000;

const test = base.extend<{ pair: Pair; admin: pg.Client }>({
	pair: async ({}, use) => {
		const pair = await startPair();
		await use(pair);
		await pair.stop();
	},
	admin: async ({ pair }, use) => {
		const client = new pg.Client({ connectionString: pair.database.adminUrl });
		await client.connect();
		await use(client);
		await client.end();
	}
});

/** The process id of the process that runs a job. */
async function holderOf(admin: pg.Client, kind: string): Promise<number | undefined> {
	const { rows: found } = await admin.query<{ name: string }>(
		`select a.application_name as name from jobs j
		join pg_locks l on l.locktype = 'advisory' and l.classid = 4321 and l.objid::text = j.leased_by
		join pg_stat_activity a on a.pid = l.pid
		where j.kind = $1 and j.done_at is null`,
		[kind]
	);
	const number = found[0]?.name.match(/\d+$/)?.[0];
	return number === undefined ? undefined : Number(number);
}

async function one(admin: pg.Client, sql: string): Promise<Record<string, unknown>> {
	const { rows: found } = await admin.query<Record<string, unknown>>(sql);
	return found[0] ?? {};
}

/** The whole method on PostgreSQL with two processes behind a load balancer; each is killed once. */
test('nothing is lost and no job is done twice when a process dies in the middle', async ({
	page,
	pair,
	admin
}) => {
	test.setTimeout(400_000);
	const complaints: string[] = [];
	listen(page, complaints);
	await signUp(page, { origin: pair.origin, firstLink: pair.processes[1]?.firstLink });

	// The process that reads the file is killed, and the other takes the job over.
	await readConnections(page, pair.origin, rows);
	const staged = 'select count(*)::int as count from people';
	await expect
		.poll(async () => Number((await one(admin, staged)).count), {
			timeout: 30_000,
			intervals: [20]
		})
		.toBeGreaterThan(600);
	const reader = await holderOf(admin, 'people.readImport');
	const dying = pair.processes.find((each) => each.process.pid === reader);
	expect(dying, 'the process that reads the file').toBeDefined();
	if (dying) await pair.kill(dying);
	expect(Number((await one(admin, staged)).count)).toBeLessThan(rows);
	await pair.add();
	await page.reload();
	await page.getByRole('button', { name: /^Add [\d,]+ people$/ }).click({ timeout: 60_000 });
	await page.waitForURL(/\/people(\/import\/[^/]+|\?.*)?$/);
	const imported = await one(
		admin,
		`select count(*)::int as people, count(distinct profile)::int as profiles,
			(select count(*)::int from people_search) as entries,
			(select max(attempts) from jobs where kind = 'people.readImport') as attempts
		from people`
	);
	expect(imported).toEqual({
		people: imported.people,
		profiles: imported.people,
		entries: imported.people,
		attempts: 2
	});

	// Later the other process is killed as well; a third has been started by then.
	await page.goto(`${pair.origin}/`);
	await walkSeason(page, pair.origin, byPointer, async () => {
		const [oldest] = pair.processes;
		if (oldest) await pair.kill(oldest);
		await pair.add();
	});

	await page.goto(`${pair.origin}/decide`);
	await expect(page.getByText(/Test further/).first()).toBeVisible();
	const counts = await one(
		admin,
		`select (select count(*)::int from interviews where held_at is not null) as held,
			(select count(*)::int from interviews where thanked_at is not null) as thanked,
			(select count(*)::int from messages where purpose = 'request' and sent_at is not null) as requests,
			(select count(*)::int from decisions) as decisions,
			(select count(*)::int from jobs where failed_at is not null) as failed,
			(select count(*)::int from (select verb, about_id from audit_events
				where verb in ('interviews.asked', 'decisions.recorded')
				group by verb, about_id having count(*) > 1) twice) as twice`
	);
	expect(counts).toEqual({ held: 3, thanked: 3, requests: 1, decisions: 1, failed: 0, twice: 0 });
	expect(complaints).toEqual([]);
	// All processes have answered requests.
	expect(pair.balancer.answered.size).toBeGreaterThanOrEqual(3);
});
