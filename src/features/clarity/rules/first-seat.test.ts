import { expect, test } from 'vitest';
import { changesOfFirst, type FirstSince } from './first-seat.ts';

const now = '2026-11-23T08:00:00.000Z';
const earlier = '2026-11-20T08:00:00.000Z';
const lately = '2026-11-23T07:55:00.000Z';
const theme = (id: string, topSince: string | null, leftAt: string | null = null): FirstSince => ({
	id,
	topSince,
	leftAt
});

test('nothing changes while the same theme stays first', () => {
	expect(changesOfFirst([theme('a', earlier), theme('b', null)], 'a', 'a', now).size).toBe(0);
});

test('a new top theme starts now, the former keeps its instant for an undo', () => {
	const changes = changesOfFirst([theme('a', earlier), theme('b', null)], 'a', 'b', now);
	expect([...changes]).toEqual([['b', now]]);
});

test('undone within minutes, the theme keeps its original instant', () => {
	const changes = changesOfFirst([theme('a', earlier), theme('b', lately)], 'b', 'a', now);
	expect([...changes]).toEqual([]);
});

test('restored after a day, the theme starts a new period', () => {
	const changes = changesOfFirst([theme('a', earlier), theme('b', earlier)], 'b', 'a', now);
	expect(changes.get('a')).toBe(now);
});

test('instants of earlier top themes are deleted', () => {
	const themes = [theme('a', earlier), theme('b', lately), theme('c', null)];
	expect([...changesOfFirst(themes, 'b', 'c', now)]).toEqual([
		['a', null],
		['c', now]
	]);
});

test('the only theme comes back from the parking lot as if it had never rested', () => {
	expect([...changesOfFirst([theme('a', earlier, lately)], undefined, 'a', now)]).toEqual([]);
	expect(changesOfFirst([theme('a', earlier, earlier)], undefined, 'a', now).get('a')).toBe(now);
});
