import { expect, test } from 'vitest';
import { plainLine, plainText } from './texts.ts';

test('control characters are removed; a multi-line text keeps line breaks and tabs', () => {
	expect(plainLine('Jo\u0000an\r\nWhit\u0007combe\tX\u007f\u0085Y')).toBe('Joan Whitcombe X Y');
	expect(plainText('One\u0000\r\nTwo\r\tThree\u001b')).toBe('One\nTwo\n\tThree');
});

test('bidirectional control characters are removed', () => {
	expect(plainLine('Joan \u202eebmoctihW\u202c')).toBe('Joan ebmoctihW');
	expect(plainText('\u2066One\u2069\n\u202aTwo')).toBe('One\nTwo');
	expect(plainLine('\u200fנועה')).toBe('\u200fנועה');
});

test('a lone surrogate is replaced, a pair stays', () => {
	expect(plainLine('a\ud83d b \ud83c\udf31')).toBe('a\ufffd b \ud83c\udf31');
});
