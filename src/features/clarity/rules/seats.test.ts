import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '#kernel/refusal.ts';
import { openTheme, parkTheme, swapThemes, unparkTheme, withSeat, type Seated } from './seats.ts';

const three: Seated[] = [
	{ id: 'editing', seat: 1 },
	{ id: 'writing', seat: 2 },
	{ id: 'counselling', seat: 3 }
];
const codeOf = (run: () => unknown): string => {
	try {
		run();
	} catch (error) {
		if (error instanceof Refusal) return error.code;
		throw error;
	}
	return 'allowed';
};

describe('seats', () => {
	it('gives the free seat, and says why there is none', () => {
		expect(openTheme([])).toBe(1);
		expect(openTheme(three.slice(0, 2))).toBe(3);
		expect(() => openTheme(three)).toThrow(/move another theme to the parking lot first/);
		expect(codeOf(() => openTheme(three))).toBe('themes.three-open');
	});

	it('closes ranks when a theme is parked', () => {
		expect(parkTheme(three, 'editing')).toEqual([
			{ id: 'writing', seat: 1 },
			{ id: 'counselling', seat: 2 }
		]);
		expect(codeOf(() => parkTheme(three, 'museum'))).toBe('theme.missing');
	});

	it('unparks into the last seat, when one is free', () => {
		expect(unparkTheme(three.slice(0, 1), 'museum')).toEqual([
			{ id: 'editing', seat: 1 },
			{ id: 'museum', seat: 2 }
		]);
		expect(codeOf(() => unparkTheme(three, 'museum'))).toBe('themes.three-open');
		expect(codeOf(() => unparkTheme(three.slice(0, 1), 'editing'))).toBe('themes.already-open');
	});

	it('swaps into the seat that became free', () => {
		expect(swapThemes(three, 'writing', 'museum')).toEqual([
			{ id: 'editing', seat: 1 },
			{ id: 'museum', seat: 2 },
			{ id: 'counselling', seat: 3 }
		]);
		expect(codeOf(() => swapThemes(three, 'museum', 'law'))).toBe('theme.missing');
		expect(codeOf(() => swapThemes(three, 'writing', 'editing'))).toBe('themes.already-open');
	});

	it('puts an open theme into another seat, and the others close ranks around it', () => {
		expect(withSeat(three.toReversed(), 'counselling', 1)).toEqual([
			{ id: 'counselling', seat: 1 },
			{ id: 'editing', seat: 2 },
			{ id: 'writing', seat: 3 }
		]);
		expect(codeOf(() => withSeat(three, 'museum', 1))).toBe('ranking.missing');
	});

	it('keeps at most three themes in seats 1 to n and loses none, after any sequence of moves', () => {
		const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
		const move = fc.oneof(
			fc.record({ verb: fc.constant('open' as const), id }),
			fc.record({ verb: fc.constant('park' as const), id }),
			fc.record({ verb: fc.constant('swap' as const), id, other: id }),
			fc.record({ verb: fc.constant('move' as const), id, seat: fc.integer({ min: 1, max: 4 }) })
		);
		fc.assert(
			fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
				let seats: Seated[] = [];
				for (const each of moves) {
					const before = new Set(seats.map((seat) => seat.id));
					try {
						if (each.verb === 'open') seats = unparkTheme(seats, each.id);
						if (each.verb === 'park') seats = parkTheme(seats, each.id);
						if (each.verb === 'swap') seats = swapThemes(seats, each.id, each.other);
						if (each.verb === 'move') seats = withSeat(seats, each.id, each.seat);
					} catch (error) {
						expect(error).toBeInstanceOf(Refusal);
					}
					const left = new Set(seats.map((seat) => seat.id));
					const lost = [...before.difference(left)];
					expect(lost.every((gone) => each.verb !== 'move' && gone === each.id)).toBe(true);
					expect(seats.length).toBeLessThanOrEqual(3);
					expect(seats.map((seat) => seat.seat)).toEqual(seats.map((_, index) => index + 1));
					expect(left.size).toBe(seats.length);
				}
			})
		);
	});
});
