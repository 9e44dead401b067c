import { expect, test } from 'vitest';
import { isPresentRegion } from './region.ts';

test('a retired code is not current', () => {
	expect(['DE', 'FR', 'GB', 'SE', 'XK'].filter((code) => !isPresentRegion(code))).toEqual([]);
	expect(['DD', 'FX', 'SU', 'UK', 'YU'].filter(isPresentRegion)).toEqual([]);
});
