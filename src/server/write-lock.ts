/** The end of the last write of each workspace that has one under way. */
const ends = new Map<string, Promise<unknown>>();

/**
 * Waits until this process has no other write of a workspace under way. A database lets one write in a
 * workspace at a time; whoever waited for that inside it would hold a connection that others need.
 * @param work is not to wait for another write of the same workspace
 */
export function withWriteLock<Result>(
	workspaceId: string,
	work: () => Promise<Result>
): Promise<Result> {
	const before = ends.get(workspaceId) ?? Promise.resolve();
	const mine = before.then(work);
	const end = mine.then(
		() => undefined,
		() => undefined
	);
	ends.set(workspaceId, end);
	void end.then(() => {
		if (ends.get(workspaceId) === end) ends.delete(workspaceId);
	});
	return mine;
}
