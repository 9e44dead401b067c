import { expect, test } from 'vitest';
import { counted, dayInWords, firstName, greeting, initials, momentInWords } from './words.ts';

test.each([
	['Inês Falcato', 'IF'],
	['Leonor Bettencourt-Vaz', 'LB'],
	['李明', '李'],
	['  ', ''],
	['😀 Owen Castellan', '😀C']
])('%s is %s for short', (name, expected) => {
	expect(initials(name)).toBe(expected);
});

test('dates are said in words, the year where it differs', () => {
	expect(dayInWords('2026-11-23', '2026-11-23')).toBe('Monday 23 November');
	expect(dayInWords('2027-01-03', '2026-11-23')).toBe('Sunday 3 January 2027');
	expect(momentInWords('2026-11-23T15:00:00.000Z', 'Europe/Stockholm')).toBe('23 November, 16:00');
});

test('the hour of the greeting is the reader’s own', () => {
	expect(greeting('2026-11-23T03:30:00.000Z', 'UTC')).toBe('Good evening');
	expect(greeting('2026-11-23T06:30:00.000Z', 'Europe/Stockholm')).toBe('Good morning');
	expect(greeting('2026-11-23T06:30:00.000Z', 'Asia/Tokyo')).toBe('Good afternoon');
});

test('one and many', () => {
	expect(counted(1, 'thing', 'things')).toBe('1 thing');
	expect(counted(12_400, 'person', 'people')).toBe('12,400 people');
	expect(firstName('Mara Lindqvist')).toBe('Mara');
});
