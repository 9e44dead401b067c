import { readReadiness } from '#features/clarity/readiness.server.ts';
import { businessCalendar } from '#features/account/calendar.server.ts';
import { scopeFor } from '#server/scope.server.ts';
import * as store from './store.server.ts';
import { withCadence } from './today-threads.server.ts';
import { weeksOf } from './rules/weeks.ts';
import { perform } from '#server/perform.ts';
import { test } from 'vitest';
import { newId } from '#server/secrets.ts';
import { openSeason } from './test-season.ts';
import { todayFacts, listInterviews, seeInterview } from './operations.server.ts';
const cpu = () => { const u = process.threadCpuUsage(); return (u.user + u.system) / 1000; };
test('bench', async () => {
	const season = await openSeason('2026-11-09T08:00:00.000Z');
	const w = season.caller.workspaceId;
	const now = season.clock.now();
	const importId = newId();
	await season.app.database.write(async (tx) => {
		await tx.insertInto('imports').values({ workspace_id: w, id: importId, file_name: 'x', source: 'linkedin', uploaded_at: now, committed_at: now, new_count: 30000 }).execute();
		for (let b = 0; b < 30; b++) {
			await tx.insertInto('people').values(Array.from({ length: 1000 }, (_, i) => ({ workspace_id: w, id: newId(), name: `P ${b} ${i}`, name_key: `p ${b} ${i}`, family_key: 'x', source: 'linkedin', import_id: importId, added_at: now, changed_at: now }))).execute();
		}
	});
	const ids: string[] = [];
	for (let i = 0; i < 60; i++) ids.push(await season.prepared(`Wish ${i}`));
	for (let i = 0; i < 5; i++) ids.push(await season.asked(`Asked ${i}`));
	for (let i = 0; i < 135; i++) ids.push(await season.prepared(`Old ${i}`));
	await season.app.database.write(async (tx) => {
		for (const [i, id] of ids.slice(65).entries()) {
			await tx.updateTable('interviews').set({ asked_at: now, held_at: now, thanked_at: i < 100 ? now : null, closed_at: i >= 100 ? now : null, closed_because: i >= 100 ? 'other' : null }).where('workspace_id', '=', w).where('id', '=', id).execute();
		}
	});
	season.app.database.file.exec('analyze');
	season.clock.set('2026-11-23T08:00:00.000Z');
	const scope = scopeFor(season.caller.actor, 'read', w, season.app.database.read);
	const cal = await businessCalendar(scope);
	const threads = await store.openThreads(scope);
	console.log('threads', threads.length);
	for (const [name, run] of [
		['calendar', () => businessCalendar(scope)],
		['readiness', () => readReadiness(scope, season.clock.now())],
		['openThreads', () => store.openThreads(scope)],
		['withCadence', async () => withCadence(threads, season.clock.now(), cal)],
		['strip', () => store.askedAndHeldSince(scope, '2026-09-01T00:00:00.000Z')],
		['weeks', async () => weeksOf(Array(140).fill(now), Array(140).fill(now), season.clock.now(), cal.zone)],
		['imports', () => store.importsOpen(scope)],
		['any', () => store.anyPerson(scope)],
		['today', () => perform(season.app, todayFacts, season.caller, {})],
		['list', () => perform(season.app, listInterviews, season.caller, {})],
		['see', () => perform(season.app, seeInterview, season.caller, { id: ids[0]! })],
		['see asked', () => season.as(seeInterview, { id: ids[61]! })]
	] as const) {
		for (let i = 0; i < 200; i++) await run();
		const t: number[] = [];
		const c0 = cpu();
		for (let i = 0; i < 300; i++) { const s = cpu(); await run(); t.push(cpu() - s); }
		console.log(name, 'mean cpu', ((cpu() - c0) / 300).toFixed(3));
		t.sort((a, b) => a - b);
		console.log(name, 'p50', t[150]?.toFixed(2), 'p99', t[296]?.toFixed(2), );
	}
	await season.close();
}, 120000);
