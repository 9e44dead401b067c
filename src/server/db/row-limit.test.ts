import { afterAll, beforeAll, expect, test } from 'vitest';
import { scopeFor } from '../scope.server.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { mostRowsRead } from './row-limit.ts';

let house: TestApp;
beforeAll(async () => {
	house = await openTestApp();
});
afterAll(() => house.close());

function scoped(effect: 'read' | 'write') {
	const { app, caller } = house;
	return scopeFor(caller.actor, effect, caller.workspaceId, app.database.read);
}

const limited = new RegExp(`limit ${String(mostRowsRead)}$`);

function themes(effect: 'read' | 'write') {
	const { db, workspaceId } = scoped(effect);
	return db.selectFrom('themes').select('id').where('workspace_id', '=', workspaceId);
}

test('a read without a limit has one; its own stays, and what writes has none', () => {
	expect(themes('read').compile().sql).toMatch(limited);
	expect(themes('read').limit(3).compile().sql).toMatch(/limit (\?|\$\d+)$/);
	expect(themes('write').compile().sql).not.toContain('limit');
});

test('what stands inside of another statement is read whole', () => {
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
