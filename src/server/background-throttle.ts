import { setImmediate, setTimeout } from 'node:timers/promises';

/** Milliseconds after a request in which the next one is expected: a page loads further files. */
const expectNextMillis = 50;
/** Longest pause of background work between two steps, in milliseconds [D]. */
const longestPause = 50;

let underWay = 0;
let lastEnd = -Infinity;

/**
 * Counts a request as under way, so that background work slows down.
 * @returns function to call once the request is answered
 */
export function requestBegan(): () => void {
	underWay += 1;
	let isOver = false;
	return () => {
		if (isOver) return;
		isOver = true;
		underWay -= 1;
		lastEnd = performance.now();
	};
}

/**
 * Throttles background work that is done in steps, such as an import: without requests it continues
 * in the next turn of the event loop; while requests are under way it pauses for as long as the
 * last step took, at most `longestPause`.
 * @returns function to await after each step
 */
export function throttleForRequests(): () => Promise<void> {
	let began = performance.now();
	return async () => {
		const now = performance.now();
		const isBusy = underWay > 0 || now - lastEnd < expectNextMillis;
		await (isBusy ? setTimeout(Math.min(now - began, longestPause)) : setImmediate());
		began = performance.now();
	};
}
