import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { operationsIn, type Caller } from '#server/perform.ts';
import { newId } from '#server/tokens.ts';
import * as clarity from './operations.server.ts';

let testApp: TestApp;
beforeAll(async () => {
	testApp = await openTestApp();
});
afterAll(() => testApp.close());

/** Further input of each operation that takes a row's id. */
const rowOperations = [
	[clarity.describeTheme, { pull: 'It does.' }],
	[clarity.renameTheme, { title: 'Another' }],
	[clarity.moveTheme, { seat: 1 }],
	[clarity.parkTheme, {}],
	[clarity.unparkTheme, {}],
	[clarity.letGoTheme, {}],
	[clarity.takeBackTheme, {}],
	[clarity.changeSelfNote, { text: 'Another' }],
	[clarity.removeSelfNote, {}],
	[clarity.rankSelfNote, { position: 1 }],
	[clarity.changeCriterion, { text: 'Another' }],
	[clarity.removeCriterion, {}],
	[clarity.moveCriterion, { position: 1 }],
	[clarity.markDealBreaker, {}],
	[clarity.unmarkDealBreaker, {}],
	[clarity.removeOption, {}],
	[clarity.takeBackAnswers, {}]
] as const;

async function oneOfEach(caller: Caller): Promise<Record<string, string>> {
	const add = async (id: Promise<{ id: string }>): Promise<string> => (await id).id;
	const theme = await add(testApp.as(clarity.openTheme, { title: 'Theirs' }, caller));
	const note = await add(
		testApp.as(clarity.addSelfNote, { kind: 'value', text: 'Theirs' }, caller)
	);
	const criterion = await add(testApp.as(clarity.addCriterion, { text: 'Theirs' }, caller));
	const option = await add(testApp.as(clarity.addOption, { text: 'Theirs' }, caller));
	const answer = await add(
		testApp.as(clarity.answerReadiness, clarity.answerReadiness.example, caller)
	);
	return {
		themes: theme,
		selfNotes: note,
		criteria: criterion,
		options: option,
		readiness: answer
	};
}

test('what is another explorer’s answers exactly like what does not exist', async () => {
	const other = await testApp.another('Nadia Ferreira');
	const theirs = await oneOfEach(other);
	const before = await testApp.as(clarity.getClarity, {}, other);
	for (const [operation, input] of rowOperations) {
		const answer = (id: string): Promise<unknown> =>
			testApp
				.as(operation as typeof clarity.removeOption, { id, ...input })
				.then(() => 'done')
				.catch((error: unknown) => error);
		const foreign = await answer(theirs[operation.name.split('.')[0] ?? ''] ?? '');
		expect(foreign, operation.name).toMatchObject({ kind: 'missing' });
		expect(foreign, operation.name).toEqual(await answer(newId()));
	}
	expect(await testApp.as(clarity.getClarity, {}, other)).toEqual(before);
});

test('every operation that writes leaves an event, and no event holds a text', async () => {
	const rows = await testApp.open.selectFrom('audit_events').selectAll().execute();
	expect(rows.map((row) => row.verb)).toContain('themes.opened');
	expect(JSON.stringify(rows)).not.toContain('Theirs');
});

test('a new workspace has nothing yet, and begins with a theme', async () => {
	const seen = await testApp.as(clarity.getClarity, {}, await testApp.another('Jonas Vik'));
	expect(seen).toMatchObject({
		themes: [],
		parked: [],
		letGo: [],
		interests: [],
		options: [],
		answers: null,
		readiness: { verdict: 'too-soon', outreachIsOpen: false, nextTask: { code: 'name-theme' } }
	});
});

test('each operation stands once in the list, with an example that fits its input', () => {
	const names = operationsIn(clarity).map((operation) => operation.name);
	expect(new Set(names).size).toBe(names.length);
	for (const operation of operationsIn(clarity)) {
		expect(operation.input.safeParse(operation.example).success, operation.name).toBe(true);
	}
});
