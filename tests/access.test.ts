import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor, Effect } from '#kernel/access.ts';
import type { Caller } from '#server/perform.ts';
import { newId } from '#server/tokens.ts';
import { operations } from '#surfaces/registry.server.ts';
import { openTestApp, type TestApp } from './support/app.ts';
import { contentsOf, seedEveryTable, type Seeded } from './support/canaries.ts';
import { ask, idFields, tableFor, withIds } from './support/matrix.ts';

/**
 * Every operation times every role times own, foreign and missing, from the registry itself: a
 * new operation is covered without a new line.
 */
let testApp: TestApp;
let mine: Seeded;
let theirs: Seeded;
let stranger: Caller;

beforeAll(async () => {
	testApp = await openTestApp();
	stranger = await testApp.another('Iris Canary');
	mine = await seedEveryTable(testApp.raw, testApp.caller.workspaceId, 'canary-mine');
	theirs = await seedEveryTable(testApp.raw, stranger.workspaceId, 'canary-theirs');
});
afterAll(() => testApp.close());

function withActor(actor: Actor): Caller {
	return { actor, workspaceId: testApp.caller.workspaceId };
}

const effects: Effect[] = ['read', 'draft', 'write', 'send', 'secure'];

describe.each(operations.map((operation) => ({ name: operation.name, operation })))(
	'$name',
	({ operation }) => {
		test('its example fits its own input', () => {
			expect(operation.input.safeParse(operation.example).error).toBeUndefined();
		});

		test('nobody is asked to sign in, whatever the input', async () => {
			for (const input of [operation.example, {}, { id: theirs.ids.people }]) {
				const answer = await ask(testApp, operation, withActor({ kind: 'nobody' }), input);
				expect(answer.refusal?.code).toBe('session.missing');
			}
		});

		test('a key reaches its effects and no others', async () => {
			for (const effect of effects) {
				const key = withActor({ kind: 'key', keyId: 'k', effects: [effect] });
				const answer = await ask(
					testApp,
					operation,
					key,
					withIds(operation, () => newId())
				);
				const allowed = effect === operation.effect && effect !== 'send' && effect !== 'secure';
				expect([effect, answer.refusal?.code === 'access.not-allowed']).toEqual([effect, !allowed]);
			}
		});

		test('what is secure needs a fresh sign-in', async () => {
			const old = withActor({ kind: 'explorer', userId: 'u', fresh: false });
			const answer = await ask(
				testApp,
				operation,
				old,
				withIds(operation, () => newId())
			);
			expect(answer.refusal?.code === 'session.not-fresh').toBe(operation.effect === 'secure');
		});

		test('a foreign thing answers exactly like a missing one and stays as it was', async () => {
			const before = await contentsOf(testApp.raw, stranger.workspaceId);
			for (const field of idFields(operation)) {
				const missing = await ask(
					testApp,
					operation,
					testApp.caller,
					withIds(operation, () => newId())
				);
				for (const table of Object.keys(theirs.ids)) {
					const input = withIds(operation, (each) =>
						each === field ? (theirs.ids[table] ?? '') : newId()
					);
					const foreign = await ask(testApp, operation, testApp.caller, input);
					// A client may mint ids; what it minted is all that may differ.
					expect([table, foreign.refusal]).toEqual([table, missing.refusal]);
					expect(JSON.stringify(foreign)).not.toContain(theirs.canary);
				}
			}
			expect(await contentsOf(testApp.raw, stranger.workspaceId)).toBe(before);
		});

		test('one’s own things match the operation’s schema, and never with another’s', async () => {
			const theirsBefore = await contentsOf(testApp.raw, stranger.workspaceId);
			if (operation.name === 'account.erase') return;
			const input = withIds(operation, (field) => {
				const [table] = tableFor(operation, field, mine);
				return (table && mine.ids[table]) || newId();
			});
			const answer = await ask(testApp, operation, testApp.caller, input);
			if (answer.output !== undefined) {
				expect(operation.output.safeParse(answer.output).error).toBeUndefined();
			}
			expect(JSON.stringify(answer)).not.toContain(theirs.canary);
			expect(await contentsOf(testApp.raw, stranger.workspaceId)).toBe(theirsBefore);
		});
	}
);

test('names and addresses are each given once', () => {
	const names = operations.map(({ name }) => name);
	expect(new Set(names).size).toBe(names.length);
	const addresses = operations.map(
		({ http }) => `${http.verb} ${http.path.replace(/\{\w+\}/g, '{}')}`
	);
	expect(new Set(addresses).size).toBe(addresses.length);
});

test('GET changes nothing, and reads are GET or a check of a given text', () => {
	for (const { name, http, effect } of operations) {
		if (http.verb === 'GET') expect([name, effect]).toEqual([name, 'read']);
	}
});
