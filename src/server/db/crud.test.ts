import { afterAll, expect, test } from 'vitest';
import { scopeFor, type Scope } from '#server/scope.server.ts';
import { newId } from '#server/tokens.ts';
import { openTestApp } from '#tests/support/app.ts';
import { crud } from './crud.ts';

const testApp = await openTestApp();
afterAll(() => testApp.close());

const options = crud('other_options');
const inScope = <Result>(work: (scope: Scope) => Promise<Result>, caller = testApp.caller) =>
	testApp.app.database.write((tx) => work(scopeFor(caller.actor, 'write', caller.workspaceId, tx)));

test('a row is added, found, changed and removed in its workspace alone', async () => {
	const id = newId();
	const row = { id, text: 'Opening a bakery', added_at: '2026-11-23T08:00:00.000Z' };
	await inScope((scope) => options.add(scope, row));
	const found = () => inScope((scope) => options.find(scope, id));
	expect(await found()).toMatchObject(row);

	const stranger = await testApp.another('Nadia Ferreira');
	expect(await inScope((scope) => options.find(scope, id), stranger)).toBeUndefined();
	await inScope((scope) => options.change(scope, id, { text: 'Mine now' }), stranger);
	await inScope((scope) => options.remove(scope, id), stranger);
	expect(await found()).toMatchObject(row);

	const moved = { ...row, id: newId(), workspace_id: stranger.workspaceId, text: 'Keeping bees' };
	await inScope((scope) => options.change(scope, id, moved));
	expect(await found()).toMatchObject({ ...row, text: 'Keeping bees' });
	await inScope((scope) => options.remove(scope, id));
	expect(await found()).toBeUndefined();
});

test('an added row belongs to the workspace of its scope, whatever workspace it names', async () => {
	const stranger = await testApp.another('Petra Lund');
	const id = newId();
	const row = { id, text: 'Binding books', added_at: '2026-11-23T08:00:00.000Z' };
	const foreign = { ...row, workspace_id: stranger.workspaceId };
	await inScope((scope) => options.add(scope, foreign));
	expect(await inScope((scope) => options.find(scope, id))).toMatchObject(row);
	expect(await inScope((scope) => options.find(scope, id), stranger)).toBeUndefined();
});
