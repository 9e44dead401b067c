import { expect, test } from 'vitest';
import { heldDefaults } from './held-defaults.ts';
import { after, start } from '#tests/support/talk-log.ts';

const zone = 'Europe/Stockholm';

test('a talk whose agreed time is past was likely held as agreed', () => {
	expect(heldDefaults(start, 15, after(300), zone)).toEqual({
		day: '2026-11-23',
		time: '16:00',
		minutes: 15
	});
});

test.each([null, after(60)])('else it likely ended just now', (begins) => {
	expect(heldDefaults(begins, 20, after(0), zone)).toMatchObject({ time: '15:40', minutes: 20 });
});
