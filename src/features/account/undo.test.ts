import { afterAll, beforeAll } from 'vitest';
import { operationsIn } from '#server/perform.ts';
import * as own from './operations.server.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { holdUndoOf, undoCase } from '#tests/support/undo.ts';
import { pauseSeason, resumeSeason } from './operations.server.ts';

let app: TestApp;
beforeAll(async () => {
	app = await openTestApp();
});
afterAll(() => app.close());

const cases = [
	undoCase(pauseSeason, {
		input: () => ({ from: '2026-12-21', until: '2027-01-03' }),
		otherwise: (perform, { id }) => perform(resumeSeason, { id }),
		kind: 'missing'
	})
];

holdUndoOf(() => app, operationsIn(own), cases);
