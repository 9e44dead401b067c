import { afterAll, beforeAll, expect, test } from 'vitest';
import { operationsIn } from '#server/perform.ts';
import * as own from './operations.server.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { undoable, undoCase } from '#tests/support/undo-clarity-people.ts';
import { pauseSeason, resumeSeason } from './operations.server.ts';

let house: TestApp;
beforeAll(async () => {
	house = await openTestApp();
});
afterAll(() => house.close());

const cases = [
	undoCase(pauseSeason, {
		input: () => ({ from: '2026-12-21', until: '2027-01-03' }),
		otherwise: (perform, { id }) => perform(resumeSeason, { id }),
		kind: 'missing'
	})
];

test.for(cases)('$operation is undone, and not once something followed', ({ check }) =>
	check(house)
);

test('every operation that can be undone is among them', () => {
	expect(new Set(cases.map(({ operation }) => operation))).toEqual(
		new Set(undoable(operationsIn(own)))
	);
});
