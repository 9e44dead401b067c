import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { poll } from './polling.ts';

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

test('polls until it is stopped, also when it is stopped while a request is under way', async () => {
	let answer = (): void => undefined;
	const request = vi.fn(
		() =>
			new Promise<void>((resolve) => {
				answer = resolve;
			})
	);
	const stop = poll(request, 500);
	await vi.advanceTimersByTimeAsync(500);
	answer();
	await vi.advanceTimersByTimeAsync(500);
	expect(request).toHaveBeenCalledTimes(2);
	stop();
	answer();
	await vi.advanceTimersByTimeAsync(5000);
	expect(request).toHaveBeenCalledTimes(2);
});
