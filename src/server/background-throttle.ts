import { setImmediate, setTimeout } from 'node:timers/promises';

/** Milliseconds after a request in which another one is expected: a page asks for more than itself. */
const soon = 50;
/** Milliseconds that work in the background rests at most between two steps [D]. */
const longestRest = 50;

let underWay = 0;
let lastEnd = -Infinity;

/** Tells work in the background that a request is worked on. @returns call it when it is answered */
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
 * The pace of work in the background that comes in steps, such as an import: it goes on at once while
 * nobody asks for anything; while somebody does, it rests as long as a step took.
 * @returns what to await after each step
 */
export function throttleForRequests(): () => Promise<void> {
	let began = performance.now();
	return async () => {
		const now = performance.now();
		const isAsked = underWay > 0 || now - lastEnd < soon;
		await (isAsked ? setTimeout(Math.min(now - began, longestRest)) : setImmediate());
		began = performance.now();
	};
}
