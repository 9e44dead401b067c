import { addHours } from '#kernel/clock.ts';
import { clearingSearch } from '#features/people/writes/restoring.server.ts';
import { clearWorkspace } from '#server/transfer/clear-workspace.ts';
import { clearJob } from '#server/transfer/staged-workspace.ts';
import { queueJob, type JobHandler } from '#server/job-worker.ts';

/** entries of the search index in one transaction */
const searchStep = 150;

/** Job that deletes the rows of an ended account, or of an imported workspace that was never opened. */
const clear: JobHandler = {
	slow: true,
	run: async (context) => {
		await clearWorkspace(context, clearingSearch(searchStep));
		return undefined;
	},
	// All rows must be deleted, so the job is queued again without limit.
	gaveUp: ({ write, clock }) =>
		write((scope) => {
			const again = { kind: clearJob, payload: {}, runAt: addHours(clock.now(), 1) };
			return queueJob(scope.db.withoutPlugins(), scope.workspaceId, again, clock.now());
		})
};

export const transferJobs: Record<string, JobHandler> = { [clearJob]: clear };
