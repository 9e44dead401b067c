import { afterAll, beforeAll, expect, test } from 'vitest';
import { operationsIn } from '#server/perform.ts';
import * as own from './operations.server.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { undoable } from '#tests/support/undo-clarity-people.ts';
import { checkCases, consultationCases } from './test-undo-check.ts';
import { listCases } from './test-undo-lists.ts';
import { themeCases } from './test-undo-themes.ts';

let house: TestApp;
beforeAll(async () => {
	house = await openTestApp();
});
afterAll(() => house.close());

const cases = [...themeCases, ...listCases, ...checkCases, ...consultationCases];

test.for(cases)('$operation is undone, and not once something followed: $when', ({ check }) =>
	check(house)
);

test('every operation that can be undone is among them', () => {
	expect(new Set(cases.map(({ operation }) => operation))).toEqual(
		new Set(undoable(operationsIn(own)))
	);
});
