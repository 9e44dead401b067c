import { expect, test } from 'vitest';
import * as refusals from './import-refusals.ts';
import type { ImportStage } from './import-stage.ts';

const stages: ImportStage[] = [
	'reading',
	'mapping',
	'ready',
	'failed',
	'committed',
	'discarded',
	'undone'
];

test('each refusal says what is wrong, what is safe and what to do', () => {
	const { anotherWaits, notNow, ...others } = refusals;
	const all = [anotherWaits('Connections'), ...stages.map(notNow), ...Object.values(others)];
	for (const { code, sentence } of all) {
		expect(sentence.match(/\.(?: |$)/g)?.length, code).toBeGreaterThanOrEqual(3);
	}
});
