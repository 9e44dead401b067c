/**
 * Calls that are under way. They run beside the job worker, so that a receiver who takes its time
 * holds up no import and nobody else's webhooks.
 */
const MOST_AT_ONCE = 16;
/** One workspace leaves room for the others [D]. */
const MOST_OF_ONE = 4;

const underWay = new Map<string, number>();
let waiting: (() => void)[] = [];

/** Resolves when no call is under way: for a program that ends after one command. */
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
 * Takes a place for one call.
 * @returns gives the place back; nothing while there is no room
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
