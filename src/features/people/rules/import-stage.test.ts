import { expect, test } from 'vitest';
import { importStage, isWaiting, type ImportFacts } from './import-stage.ts';

const nothing: ImportFacts = {
	header: null,
	mapping: null,
	read_at: null,
	failed_at: null,
	committed_at: null,
	undone_at: null
};

test.each([
	[{}, 'reading', true],
	[{ header: '{}' }, 'mapping', true],
	[{ header: '{}', mapping: '{}' }, 'reading', true],
	[{ read_at: 'x' }, 'ready', true],
	[{ failed_at: 'x' }, 'failed', false],
	[{ read_at: 'x', committed_at: 'x' }, 'committed', false],
	[{ read_at: 'x', undone_at: 'x' }, 'discarded', false],
	[{ read_at: 'x', committed_at: 'x', undone_at: 'x' }, 'undone', false]
] as const)('%j is %s', (facts, stage, waits) => {
	expect(importStage({ ...nothing, ...facts })).toBe(stage);
	expect(isWaiting(stage, 1)).toBe(waits);
});

test('a file that was read and holds nobody new does not wait', () => {
	expect(isWaiting('ready', 0)).toBe(false);
	expect(isWaiting('reading', 0)).toBe(true);
	expect(isWaiting('mapping', 0)).toBe(true);
});
