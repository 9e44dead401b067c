import { afterAll, beforeAll } from 'vitest';
import { operationsIn } from '#server/perform.ts';
import * as own from './operations.server.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { holdUndoOf } from '#tests/support/undo.ts';
import { checkCases, consultationCases } from './test-undo-check.ts';
import { listCases } from './test-undo-lists.ts';
import { themeCases } from './test-undo-themes.ts';

let house: TestApp;
beforeAll(async () => {
	house = await openTestApp();
});
afterAll(() => house.close());

const cases = [...themeCases, ...listCases, ...checkCases, ...consultationCases];

holdUndoOf(() => house, operationsIn(own), cases);
