import { afterAll, beforeAll } from 'vitest';
import { operationsIn } from '#server/perform.ts';
import * as own from './operations.server.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { holdUndoOf, undoCase } from '#tests/support/undo.ts';
import { pauseSeason, resumeSeason } from './operations.server.ts';

let testApp: TestApp;
beforeAll(async () => {
	testApp = await openTestApp();
});
afterAll(() => testApp.close());

const cases = [
	undoCase(pauseSeason, {
		input: () => ({ from: '2026-12-21', until: '2027-01-03' }),
		otherwise: (perform, { id }) => perform(resumeSeason, { id }),
		kind: 'missing'
	})
];

holdUndoOf(() => testApp, operationsIn(own), cases);
