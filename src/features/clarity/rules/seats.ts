import { missing, refuseConflict } from '#kernel/refusal.ts';
import { moveTo } from './ranking.ts';

/** At most three themes are open at once (method, Words). */
export const MOST_OPEN_THEMES = 3;
const seatNames = ['first', 'second', 'third'];

/** A seat as an ordinal: "first" in "the first seat". */
export function seatName(seat: number): string {
	return seatNames[seat - 1] ?? 'next';
}

/** Most themes of a workspace, ended ones included [D]. */
export const MOST_THEMES = 200;

/** An open theme and its seat, 1 to 3; the first seat is the top theme. */
export interface Seated {
	id: string;
	seat: number;
}

/**
 * Gives a new theme the lowest free seat, which is always the one after the last.
 * @throws Refusal `themes.three-open`
 */
export function openTheme(open: readonly Seated[]): number {
	if (open.length >= MOST_OPEN_THEMES) {
		throw refuseConflict(
			'themes.three-open',
			'All three places are taken. Your themes are safe. To add this one, move another theme to the parking lot first.'
		);
	}
	const taken = new Set(open.map((each) => each.seat));
	let seat = 1;
	while (taken.has(seat)) seat += 1;
	return seat;
}

/** Moves an open theme to a seat; the others shift so that there is no gap. */
export function withSeat(seats: readonly Seated[], id: string, seat: number): Seated[] {
	return moveTo(inOrder(seats), id, seat).map((each, index) => ({ id: each.id, seat: index + 1 }));
}

/**
 * Frees a theme's seat. Later themes move up, so that seats 1 to n are always taken and the first
 * is always the top theme.
 * @throws Refusal `theme.missing` when it has no seat
 */
export function parkTheme(seats: readonly Seated[], id: string): Seated[] {
	requireSeat(seats, id);
	return inOrder(seats)
		.filter((each) => each.id !== id)
		.map((each, index) => ({ id: each.id, seat: index + 1 }));
}

/**
 * Gives a parked theme the last seat.
 * @throws Refusal `themes.three-open` without a free seat, `themes.already-open` when it has one
 */
export function unparkTheme(seats: readonly Seated[], id: string): Seated[] {
	requireParked(seats, id);
	return [...inOrder(seats), { id, seat: openTheme(seats) }];
}

/**
 * Parks one theme and gives its very seat to another, so that no other theme moves.
 * @throws Refusal `theme.missing` when the first has no seat, `themes.already-open` when the second
 * has one
 */
export function swapThemes(seats: readonly Seated[], park: string, take: string): Seated[] {
	requireSeat(seats, park);
	requireParked(seats, take);
	return inOrder(seats).map((each) => (each.id === park ? { id: take, seat: each.seat } : each));
}

function inOrder(seats: readonly Seated[]): Seated[] {
	return seats.toSorted((one, other) => one.seat - other.seat);
}

function requireSeat(seats: readonly Seated[], id: string): void {
	if (!seats.some((each) => each.id === id)) throw missing('theme');
}

function requireParked(seats: readonly Seated[], id: string): void {
	if (!seats.some((each) => each.id === id)) return;
	throw refuseConflict(
		'themes.already-open',
		'This theme is already open. Nothing was changed. You can move it to another place.'
	);
}
