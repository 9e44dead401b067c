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
import { pruneAuditEvents } from './prune-audit-events.ts';

let testApp: TestApp;
let recording: Recorded;
beforeAll(async () => {
	testApp = await openTestApp();
	await testApp.app.jobs.stop();
	recording = recorded(testApp.app.database);
});
afterAll(() => testApp.close());

const scopeOn = (work: (scope: Scope) => Promise<unknown>): Promise<unknown> =>
	recording.database.write((tx) =>
		work(scopeFor({ kind: 'host' }, 'write', testApp.caller.workspaceId, tx))
	);

const now = () => testApp.clock.now();
const prunings: Record<string, () => Promise<unknown>> = {
	'expired rows': () => pruneExpired(recording.database, now()),
	'events beyond the limit': async () => {
		const { workspaceId } = testApp.caller;
		for (const id of ['a', 'b', 'c']) {
			await testApp.raw.run(
				`insert into audit_events (workspace_id, id, received_at, actor, verb, about_kind, about_id)
				values (?, ?, 'then', 'host', 'v', 'k', 'i')`,
				workspaceId,
				id
			);
		}
		expect(await pruneAuditEvents(recording.database, workspaceId, { most: 1 })).toBeGreaterThan(0);
	},
	'stored answers': () =>
		scopeOn((scope) => {
			const context = { actor: testApp.caller.actor, scope, now: now() };
			const wanted = { key: 'k', operation: 'o', inputSum: 's' };
			return answerOnce(context, wanted, () => Promise.resolve('{}'));
		}),
	'toasts of a workspace': async () => {
		await scopeOn((scope) => deleteExpiredToasts(scope, now()));
	},
	'deliveries of webhooks': () =>
		scopeOn((scope) => forgetDeliveries(scope, 'hook', { most: 200, before: now() })),
	'networks of an account': () => {
		const { userId } = testApp.caller.actor as { userId: string };
		const parts = { ...testApp.app, database: recording.database };
		return rememberNetwork(parts, userId, '192.0.2.1');
	}
};

test.each(Object.entries(prunings))(
	'%s: expired rows are found through an index',
	async (_, prune) => {
		recording.statements.length = 0;
		await prune();
		const deletes = recording.statements.filter(({ sql }) => sql.startsWith('delete'));
		expect(deletes.length).toBeGreaterThan(0);
		for (const statement of recording.statements.filter(({ sql }) => !sql.startsWith('insert'))) {
			expect({ sql: statement.sql, scans: await scansOf(testApp.raw, statement) }).toEqual({
				sql: statement.sql,
				scans: []
			});
		}
	}
);

async function addJobs(count: number, ended: { done_at?: string; failed_at?: string }) {
	await testApp.open
		.insertInto('jobs')
		.values(
			Array.from({ length: count }, (_, at) => ({
				id: `${JSON.stringify(ended)} ${String(at)}`,
				workspace_id: testApp.caller.workspaceId,
				kind: 'ended',
				payload: '{}',
				run_at: now(),
				queued_at: now(),
				...ended
			}))
		)
		.execute();
}

test('jobs are deleted 48 hours after they were done and 90 days after they failed, in short steps', async () => {
	await addJobs(450, { done_at: addHours(now(), -49) });
	await addJobs(1, { done_at: addHours(now(), -47) });
	await addJobs(450, { failed_at: addHours(now(), -24 * 91) });
	await addJobs(1, { failed_at: addHours(now(), -24 * 89) });
	recording.statements.length = 0;
	await pruneExpired(recording.database, now());
	const left = await testApp.open
		.selectFrom('jobs')
		.select(['done_at', 'failed_at'])
		.where('kind', '=', 'ended')
		.execute();
	expect(left.length).toBe(2);
	const ofJobs = recording.statements.filter(({ sql }) => sql.startsWith('delete from "jobs"'));
	expect(ofJobs.length).toBe(6);
});

test('a toast is deleted within hours, also in an unused workspace', async () => {
	const { database } = testApp.app;
	const kept = () => testApp.open.selectFrom('toasts').select('said').orderBy('said').execute();
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
