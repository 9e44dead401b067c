import { afterAll, beforeAll, expect, test } from 'vitest';
import { addHours } from '#kernel/clock.ts';
import { forgetDeliveries } from '#features/webhooks/store/deliveries.server.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { scansOf } from '#tests/support/plans.ts';
import { recorded, type Recorded } from '#tests/support/recorded.ts';
import { rememberNetwork } from './auth/known-networks.ts';
import { pruneExpired } from './retention.ts';
import { answerOnce } from './idempotency.ts';
import { scopeFor, type Scope } from './scope.server.ts';
import { deleteAllExpiredToasts, deleteExpiredToasts, storeToast, storedToast } from './toasts.ts';
import { trimEvents } from './trim-events.ts';

let house: TestApp;
let asked: Recorded;
beforeAll(async () => {
	house = await openTestApp();
	await house.app.jobs.stop();
	asked = recorded(house.app.database);
});
afterAll(() => house.close());

const scopeOn = (work: (scope: Scope) => Promise<unknown>): Promise<unknown> =>
	asked.database.write((tx) =>
		work(scopeFor({ kind: 'host' }, 'write', house.caller.workspaceId, tx))
	);

const now = () => house.clock.now();
const prunings: Record<string, () => Promise<unknown>> = {
	'what has run out': () => pruneExpired(asked.database, now()),
	'events beyond those that are kept': async () => {
		const { workspaceId } = house.caller;
		for (const id of ['a', 'b', 'c']) {
			await house.raw.run(
				`insert into events (workspace_id, id, received_at, actor, verb, about_kind, about_id)
				values (?, ?, 'then', 'host', 'v', 'k', 'i')`,
				workspaceId,
				id
			);
		}
		expect(await trimEvents(asked.database, workspaceId, { most: 1 })).toBeGreaterThan(0);
	},
	'answers that are given again': () =>
		scopeOn((scope) => {
			const context = { actor: house.caller.actor, scope, now: now() };
			const wanted = { key: 'k', operation: 'o', inputSum: 's' };
			return answerOnce(context, wanted, () => Promise.resolve('{}'));
		}),
	'toasts of a workspace': async () => {
		await scopeOn((scope) => deleteExpiredToasts(scope, now()));
	},
	'deliveries of webhooks': () =>
		scopeOn((scope) => forgetDeliveries(scope, 'hook', { most: 200, before: now() })),
	'networks of an account': () => {
		const { userId } = house.caller.actor as { userId: string };
		const parts = { ...house.app, database: asked.database };
		return rememberNetwork(parts, userId, '192.0.2.1');
	}
};

test.each(Object.entries(prunings))('%s: an index leads to what goes', async (_, prune) => {
	asked.statements.length = 0;
	await prune();
	const deletes = asked.statements.filter(({ sql }) => sql.startsWith('delete'));
	expect(deletes.length).toBeGreaterThan(0);
	for (const statement of asked.statements.filter(({ sql }) => !sql.startsWith('insert'))) {
		expect({ sql: statement.sql, scans: await scansOf(house.raw, statement) }).toEqual({
			sql: statement.sql,
			scans: []
		});
	}
});

async function addJobs(count: number, ended: { done_at?: string; failed_at?: string }) {
	await house.open
		.insertInto('jobs')
		.values(
			Array.from({ length: count }, (_, at) => ({
				id: `${JSON.stringify(ended)} ${String(at)}`,
				workspace_id: house.caller.workspaceId,
				kind: 'ended',
				payload: '{}',
				run_at: now(),
				queued_at: now(),
				...ended
			}))
		)
		.execute();
}

test('jobs go 48 hours after they were done and 90 days after they failed, in short steps', async () => {
	await addJobs(450, { done_at: addHours(now(), -49) });
	await addJobs(1, { done_at: addHours(now(), -47) });
	await addJobs(450, { failed_at: addHours(now(), -24 * 91) });
	await addJobs(1, { failed_at: addHours(now(), -24 * 89) });
	asked.statements.length = 0;
	await pruneExpired(asked.database, now());
	const left = await house.open
		.selectFrom('jobs')
		.select(['done_at', 'failed_at'])
		.where('kind', '=', 'ended')
		.execute();
	expect(left.length).toBe(2);
	const ofJobs = asked.statements.filter(({ sql }) => sql.startsWith('delete from "jobs"'));
	expect(ofJobs.length).toBe(6);
});

test('a toast goes within hours, also where nobody says anything any more', async () => {
	const { database } = house.app;
	const kept = () => house.open.selectFrom('toasts').select('said').orderBy('said').execute();
	for (let at = 0; at < 450; at += 1) {
		await scopeOn((scope) => storeToast(scope, { text: `Joan ${String(at)} is here` }, now()));
	}
	await deleteAllExpiredToasts(database, now(), () => false);
	expect(await kept()).toHaveLength(450);
	const later = addHours(now(), 2);
	const id = (await scopeOn((scope) => storeToast(scope, { text: 'Still here' }, later))) as string;
	await deleteAllExpiredToasts(database, later, () => false);
	expect(await kept()).toEqual([{ said: 'Still here' }]);
	expect(await scopeOn((scope) => storedToast(scope, id, later))).toMatchObject({
		text: 'Still here'
	});
});
