/** The latest write of each workspace that has one under way, as a promise of its end. */
const ends = new Map<string, Promise<unknown>>();

/**
 * Runs the writes of one workspace in this process one after the other. The database allows one
 * write in a workspace at a time; waiting for it there would occupy a connection that others need.
 * @param work must not wait for another write of the same workspace
 */
export function withWriteLock<Result>(
	workspaceId: string,
	work: () => Promise<Result>
): Promise<Result> {
	const before = ends.get(workspaceId) ?? Promise.resolve();
	const result = before.then(work);
	const end = result.then(
		() => undefined,
		() => undefined
	);
	ends.set(workspaceId, end);
	void end.then(() => {
		if (ends.get(workspaceId) === end) ends.delete(workspaceId);
	});
	return result;
}
