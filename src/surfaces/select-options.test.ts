import { expect, test } from 'vitest';
import { countryChoices } from './select-options.server.ts';

test('each country stands there once, under the code that holds', () => {
	const labels = countryChoices().map(({ label }) => label);
	expect(new Set(labels).size).toBe(labels.length);
	const codes = new Set(countryChoices().map(({ value }) => value));
	expect(['', 'DE', 'FR', 'GB', 'SE', 'US', 'XK'].filter((code) => !codes.has(code))).toEqual([]);
	expect(['DD', 'FX', 'SU', 'UK', 'YU'].filter((code) => codes.has(code))).toEqual([]);
});
