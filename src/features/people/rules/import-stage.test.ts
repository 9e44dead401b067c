import { expect, test } from 'vitest';
import { importStage, type ImportFacts } from './import-stage.ts';

const nothing: ImportFacts = {
	header: null,
	mapping: null,
	read_at: null,
	failed_at: null,
	committed_at: null,
	undone_at: null
};

test.each([
	[{}, 'reading'],
	[{ header: '{}' }, 'mapping'],
	[{ header: '{}', mapping: '{}' }, 'reading'],
	[{ read_at: 'x' }, 'ready'],
	[{ failed_at: 'x' }, 'failed'],
	[{ read_at: 'x', committed_at: 'x' }, 'committed'],
	[{ read_at: 'x', undone_at: 'x' }, 'discarded'],
	[{ read_at: 'x', committed_at: 'x', undone_at: 'x' }, 'undone']
] as const)('%j is %s', (facts, stage) => {
	expect(importStage({ ...nothing, ...facts })).toBe(stage);
});
