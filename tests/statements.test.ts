import { afterAll, beforeAll, expect, test } from 'vitest';
import { perform } from '#server/perform.ts';
import { operations } from '#surfaces/registry.server.ts';
import { runDemo } from '../db/demo.ts';
import { openTestApp, type TestApp } from './support/app.ts';
import { recorded } from './support/recorded.ts';

/** Tables by the word of an address after which one of their ids stands. */
const tables = {
	people: 'people',
	imports: 'imports',
	themes: 'themes',
	interviews: 'interviews',
	'introduction-requests': 'introduction_requests',
	introductions: 'introductions',
	schools: 'schools',
	events: 'association_events',
	webhooks: 'webhooks'
} as const;

let testApp: TestApp;
const ids = new Map<string, string[]>();
beforeAll(async () => {
	testApp = await openTestApp();
	const { app, clock, caller } = testApp;
	await runDemo({ ...app, clock }, caller, clock.now(), testApp.settle);
	const address = 'https://hooks.example/in';
	await testApp.raw.run(
		`insert into webhooks (workspace_id, id, url, wants, secret, made_at, changed_at)
		values (?, 'hook', '${address}', '[]', 'sealed', 'now', 'now')`,
		caller.workspaceId
	);
	for (const [word, table] of Object.entries(tables)) {
		const rows = await testApp.open
			.selectFrom(table)
			.select('id')
			.orderBy('id')
			.limit(25)
			.execute();
		ids.set(
			word,
			rows.map(({ id }) => id)
		);
	}
}, 60_000);
afterAll(() => testApp.close());

/** How often an operation asks each of its questions, where more than once. */
async function askedAgain(operation: (typeof operations)[number], input: unknown) {
	const { database, statements } = recorded(testApp.app.database);
	const end = await perform({ ...testApp.app, database }, operation, testApp.caller, input).then(
		() => undefined,
		(error: unknown) => error
	);
	const times = new Map<string, number>();
	for (const { sql, parameters } of statements) {
		const question = `${sql} ${JSON.stringify(parameters)}`;
		times.set(question, (times.get(question) ?? 0) + 1);
	}
	return { asked: statements.length, end, again: [...times].filter(([, count]) => count > 1) };
}

const reads = operations.filter(({ effect }) => effect === 'read');
/** These need a row that the season does not have, or have not yet at each interview. */
const mayRefuse = new Set(['meetings.invitation', 'webhooks.get', 'webhooks.deliveries']);

test.each(reads.map((operation) => [operation.name, operation] as const))(
	'%s asks nothing twice, whatever it is about',
	async (name, operation) => {
		const [, word = '', field] = /^\/([\w-]+)\/\{(\w+)\}/.exec(operation.http.path) ?? [];
		const example = operation.example as Record<string, unknown>;
		const about = field ? ids.get(word) : undefined;
		const inputs = about?.map((id) => ({ ...example, [field ?? '']: id })) ?? [example];
		for (const input of inputs) {
			const { end, again } = await askedAgain(operation, input);
			expect(again).toEqual([]);
			if (!mayRefuse.has(name)) expect(end).toBeUndefined();
		}
		expect(inputs.length).toBeGreaterThan(0);
	}
);
