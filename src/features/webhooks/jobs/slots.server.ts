/**
 * Most concurrent HTTP calls. Calls run beside the job worker, so that slow receivers delay neither other
 * jobs nor the webhooks of others.
 */
const MOST_AT_ONCE = 16;
/** Most concurrent calls of one workspace [D]. */
const MOST_OF_ONE = 4;

const underWay = new Map<string, number>();
let waiting: (() => void)[] = [];

/** Resolves when no call is in progress; for a process that ends after one command. */
export function allAnswered(): Promise<void> {
	if (underWay.size === 0) return Promise.resolve();
	return new Promise((resolve) => waiting.push(resolve));
}

/** Whether there is a place for one more call of this workspace. */
export function hasCapacity(workspaceId: string): boolean {
	const own = underWay.get(workspaceId) ?? 0;
	const all = [...underWay.values()].reduce((sum, count) => sum + count, 0);
	return own < MOST_OF_ONE && all < MOST_AT_ONCE;
}

/**
 * Acquires a slot for one call.
 * @returns function that releases it; undefined if none is free
 */
export function acquireSlot(workspaceId: string): (() => void) | undefined {
	if (!hasCapacity(workspaceId)) return undefined;
	underWay.set(workspaceId, (underWay.get(workspaceId) ?? 0) + 1);
	return () => {
		const left = (underWay.get(workspaceId) ?? 1) - 1;
		if (left > 0) underWay.set(workspaceId, left);
		else underWay.delete(workspaceId);
		if (underWay.size > 0) return;
		for (const tell of waiting) tell();
		waiting = [];
	};
}
