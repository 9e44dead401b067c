import { afterAll, beforeAll, expect, test } from 'vitest';
import { addKey } from '#features/account/operations.server.ts';
import { forgetPerson } from '#features/people/operations.server.ts';
import type { IdempotentAnswer } from '#server/idempotency.ts';
import { perform, type AnyOperation } from '#server/perform.ts';
import { withPreconditions } from '#surfaces/rest/preconditions.ts';
import { openRestApi, type RestApi } from './rest-client.ts';

let api: RestApi;
beforeAll(async () => {
	api = await openRestApi();
});
afterAll(() => api.testApp.close());

const once = (word: string) => ({ 'idempotency-key': word });

function add(name: string, word: string, key?: string) {
	return api.send('POST', '/people', { name }, key, once(word));
}

async function namesOf(words: string): Promise<unknown[]> {
	const { json } = await api.send('GET', `/people?words=${encodeURIComponent(words)}`);
	return json.people as unknown[];
}

function storedRows() {
	return api.testApp.raw.all(
		'select key_hash, answer from idempotency_keys order by created_at, key_hash'
	);
}

test('the same request with the same key is done once and answered alike', async () => {
	const first = await add('Joan Whitcombe', 'one');
	const again = await add('Joan Whitcombe', 'one');
	expect([first.status, again.status]).toEqual([200, 200]);
	expect(again.text).toBe(first.text);
	expect(first.headers.get('idempotency-replayed')).toBeNull();
	expect(again.headers.get('idempotency-replayed')).toBe('true');
	expect(await namesOf('Joan Whitcombe')).toHaveLength(1);
});

test('the order of a body’s fields makes no other request of it', async () => {
	const word = once('order');
	const ask = (body: unknown) => api.send('POST', '/people', body, undefined, word);
	const first = await ask({ name: 'Nils Berg', company: 'Berg' });
	const again = await ask({ company: 'Berg', name: 'Nils Berg' });
	expect(again.headers.get('idempotency-replayed')).toBe('true');
	expect(again.text).toBe(first.text);
});

test('the same key with another body, or at another address, is refused', async () => {
	await add('Ada Holm', 'two');
	const other = await add('Ada Holms', 'two');
	expect([other.status, other.json.code]).toEqual([422, 'idempotency.other-body']);
	const elsewhere = await api.send('POST', '/themes', { title: 'x' }, undefined, once('two'));
	expect(elsewhere.json.code).toBe('idempotency.other-body');
	expect(await namesOf('Ada Holms')).toHaveLength(0);
});

test('concurrent requests with one key are done once', async () => {
	const answers = await Promise.all(Array.from({ length: 12 }, () => add('Tove Lind', 'at once')));
	expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
	expect(answers.filter(({ headers }) => headers.has('idempotency-replayed'))).toHaveLength(11);
	expect(await namesOf('Tove Lind')).toHaveLength(1);
});

test('a refused request stores nothing: corrected, it succeeds with the same key', async () => {
	const refused = await add('', 'three');
	expect(refused.status).toBe(422);
	expect((await add('Per Dahl', 'three')).status).toBe(200);
});

test('idempotency keys are separate per API key', async () => {
	const other = await api.keyFor(['read', 'write']);
	const mine = await add('Lo Ek', 'shared');
	const theirs = await add('Lo Ek', 'shared', other);
	expect(theirs.status).toBe(200);
	expect(theirs.json.id).not.toBe(mine.json.id);
});

test('an idempotency key expires after 24 hours, and expired rows are deleted with the next write', async () => {
	const first = await add('Sol Vik', 'day');
	const before = api.testApp.clock.now();
	api.testApp.clock.set(new Date(Date.parse(before) + 24 * 3_600_000).toISOString());
	const again = await add('Sol Vik', 'day');
	expect(again.headers.get('idempotency-replayed')).toBeNull();
	expect(again.json.id).not.toBe(first.json.id);
	expect(await storedRows()).toHaveLength(1);
});

test('the key itself is not stored, and erasing a person deletes stored answers', async () => {
	const added = await add('Kerstin Forgotten', 'a word of its own');
	expect(JSON.stringify(await storedRows())).not.toContain('a word of its own');
	await api.testApp.as(forgetPerson, { id: String(added.json.id) });
	expect(JSON.stringify(await storedRows())).not.toContain(String(added.json.id));
	const again = await add('Kerstin Forgotten', 'a word of its own');
	expect([again.status, again.json.code]).toEqual([409, 'idempotency.answer-gone']);
});

test('answers of operations that need a person are never stored, so that no API key is among them', async () => {
	const { app, caller } = api.testApp;
	const input = { name: 'Spreadsheet', effects: ['read'] };
	const around = withPreconditions(
		addKey as AnyOperation,
		input,
		{ key: 'secret', tags: undefined },
		new Map()
	);
	const before = (await storedRows()).length;
	const { answer } = (await perform(
		app,
		addKey as AnyOperation,
		caller,
		input,
		around
	)) as IdempotentAnswer;
	expect(answer).toContain('imago_');
	expect(await storedRows()).toHaveLength(before);
});

test.each(['', 'x'.repeat(256), 'é'])('an invalid idempotency key: %s', async (word) => {
	const answer = await add('Nobody', word);
	expect([answer.status, answer.json.code]).toEqual([422, 'idempotency.key']);
});
