import { expect, test } from 'vitest';
import {
	counted,
	weekdayDateText,
	firstName,
	greeting,
	initials,
	instantText,
	shortDay,
	timeIn,
	relativeInstantText
} from './text.ts';

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
	expect(weekdayDateText('2026-11-23', '2026-11-23')).toBe('Monday 23 November');
	expect(weekdayDateText('2027-01-03', '2026-11-23')).toBe('Sunday 3 January 2027');
	expect(instantText('2026-11-23T15:00:00.000Z', 'Europe/Stockholm')).toBe('23 November, 16:00');
});

test('the hour of the greeting is the reader’s own', () => {
	expect(greeting('2026-11-23T03:30:00.000Z', 'UTC')).toBe('Hello');
	expect(greeting('2026-11-23T20:30:00.000Z', 'UTC')).toBe('Good evening');
	expect(greeting('2026-11-23T06:30:00.000Z', 'Europe/Stockholm')).toBe('Good morning');
	expect(greeting('2026-11-23T06:30:00.000Z', 'Asia/Tokyo')).toBe('Good afternoon');
});

test('one and many', () => {
	expect(counted(1, 'thing', 'things')).toBe('1 thing');
	expect(counted(12_400, 'person', 'people')).toBe('12,400 people');
	expect(firstName('Mara Lindqvist')).toBe('Mara');
});

const now = '2026-11-23T09:42:00.000Z';

test('an instant is said as the reader lives it', () => {
	const zone = 'Europe/Stockholm';
	expect(timeIn('America/Toronto', now)).toBe('04:42');
	expect(relativeInstantText(now, now, zone)).toBe('Today at 10:42');
	expect(relativeInstantText('2026-11-22T21:15:00.000Z', now, zone)).toBe('Yesterday at 22:15');
	expect(relativeInstantText('2026-11-24T08:50:00.000Z', now, zone)).toBe('Tomorrow at 09:50');
	expect(relativeInstantText('2026-11-09T08:00:00.000Z', now, zone)).toBe('9 November');
	expect(shortDay('2027-01-04', '2026-11-23')).toBe('4 January 2027');
});
