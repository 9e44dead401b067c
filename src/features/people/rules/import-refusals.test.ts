import { expect, test } from 'vitest';
import * as refusals from './import-refusals.ts';
import { importStages } from '../schemas/imports.ts';

const stages = importStages.options;

test('each refusal says what is wrong, what is safe and what to do', () => {
	const { anotherWaits, notNow, ...others } = refusals;
	const all = [anotherWaits('Connections'), ...stages.map(notNow), ...Object.values(others)];
	for (const { code, sentence } of all) {
		expect(sentence.match(/\.(?: |$)/g)?.length, code).toBeGreaterThanOrEqual(3);
	}
});
