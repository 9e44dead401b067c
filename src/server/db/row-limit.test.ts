import { afterAll, beforeAll, expect, test } from 'vitest';
import { scopeFor } from '../scope.server.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { mostRowsRead } from './row-limit.ts';

let testApp: TestApp;
beforeAll(async () => {
	testApp = await openTestApp();
});
afterAll(() => testApp.close());

function scoped(effect: 'read' | 'write') {
	const { app, caller } = testApp;
	return scopeFor(caller.actor, effect, caller.workspaceId, app.database.read);
}

const limited = new RegExp(`limit ${String(mostRowsRead)}$`);

function themes(effect: 'read' | 'write') {
	const { db, workspaceId } = scoped(effect);
	return db.selectFrom('themes').select('id').where('workspace_id', '=', workspaceId);
}

test('a read without a limit gets one; its own limit stays, and a write has none', () => {
	expect(themes('read').compile().sql).toMatch(limited);
	expect(themes('read').limit(3).compile().sql).toMatch(/limit (\?|\$\d+)$/);
	expect(themes('write').compile().sql).not.toContain('limit');
});

test('a subquery has no added limit', () => {
	const { db, workspaceId } = scoped('read');
	const inside = db
		.selectFrom('interviews')
		.select('id')
		.where('workspace_id', '=', workspaceId)
		.where('theme_id', 'in', themes('read'));
	const { sql } = inside.compile();
	expect(sql.match(/limit/g)).toHaveLength(1);
	expect(sql).toMatch(limited);
	expect(themes('read').unionAll(themes('read')).compile().sql).not.toContain('limit');
	const own = inside.where('person_id', 'in', themes('read').limit(2)).compile();
	expect(own.sql.match(/limit/g)).toHaveLength(2);
});
