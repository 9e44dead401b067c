import { afterAll, beforeAll, expect, test } from 'vitest';
import { addPause } from '#features/account/store.server.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import type { Caller } from '../perform.ts';
import { scopeFor, type Scope } from '../scope.server.ts';
import { preparedQuery } from './prepared-query.ts';

let testApp: TestApp;
let mine: Scope;
let theirs: Scope;
beforeAll(async () => {
	testApp = await openTestApp();
	const scope = ({ workspaceId }: Caller): Scope =>
		scopeFor({ kind: 'host' }, 'write', workspaceId, testApp.app.database.writer);
	mine = scope(testApp.caller);
	theirs = scope(await testApp.another('Nadia Ferreira'));
	for (const [each, id] of [
		[mine, 'mine'],
		[theirs, 'theirs']
	] as const) {
		await addPause(each, { id, from_day: '2026-12-21', until_day: '2027-01-03', added_at: 'now' });
	}
});
afterAll(() => testApp.close());

test('each call has its own workspace and arguments, constants stay', async () => {
	let built = 0;
	const pauses = preparedQuery((db, workspaceId, day: string) => {
		built += 1;
		return db
			.selectFrom('pauses')
			.select('id')
			.where('workspace_id', '=', workspaceId)
			.where('from_day', '<=', day)
			.where('until_day', '>', '2026-12-31')
			.limit(5);
	});
	expect(await pauses(mine, '2026-12-21')).toEqual([{ id: 'mine' }]);
	expect(await pauses(theirs, '2026-12-22')).toEqual([{ id: 'theirs' }]);
	expect(await pauses(theirs, '2026-12-20')).toEqual([]);
	expect(built).toBe(1);
});

test('a statement without its workspace is refused at its first call', async () => {
	const open = preparedQuery((db) => db.selectFrom('pauses').select('id'));
	await expect(open(mine)).rejects.toThrow('Unscoped statement');
	const elsewhere = preparedQuery((db) =>
		db.selectFrom('pauses').select('id').where('workspace_id', '=', 'theirs')
	);
	await expect(elsewhere(mine)).rejects.toThrow('Unscoped statement');
});
