import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepLooking } from './keep-looking.ts';

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

test('looks until it is ended, also when it is ended while an answer is under way', async () => {
	let answer = (): void => undefined;
	const look = vi.fn(
		() =>
			new Promise<void>((resolve) => {
				answer = resolve;
			})
	);
	const end = keepLooking(look, 500);
	await vi.advanceTimersByTimeAsync(500);
	answer();
	await vi.advanceTimersByTimeAsync(500);
	expect(look).toHaveBeenCalledTimes(2);
	end();
	answer();
	await vi.advanceTimersByTimeAsync(5000);
	expect(look).toHaveBeenCalledTimes(2);
});
