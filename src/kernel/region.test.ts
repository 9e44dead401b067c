import { expect, test } from 'vitest';
import { isPresentRegion } from './region.ts';

test('a code that was retired is none', () => {
	expect(['DE', 'FR', 'GB', 'SE', 'XK'].filter((code) => !isPresentRegion(code))).toEqual([]);
	expect(['DD', 'FX', 'SU', 'UK', 'YU'].filter(isPresentRegion)).toEqual([]);
});
