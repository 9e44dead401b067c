import { addHours } from '#kernel/clock.ts';
import { clearingSearch } from '#features/people/writes/restoring.server.ts';
import { clearWorkspace } from '#server/transfer/clear-workspace.ts';
import { clearJob } from '#server/transfer/staged-workspace.ts';
import { queueJob, type JobHandler } from '#server/jobs.ts';

/** entries of the search index in one transaction */
const searchStep = 150;

/** Takes an ended account's rows away, or those of a workspace that was never opened. */
const clear: JobHandler = {
	slow: true,
	run: async (context) => {
		await clearWorkspace(context, clearingSearch(searchStep));
		return undefined;
	},
	// Nobody is left to be told, and nothing may stay: it is tried again for as long as it takes.
	gaveUp: ({ write, clock }) =>
		write((scope) => {
			const again = { kind: clearJob, payload: {}, runAt: addHours(clock.now(), 1) };
			return queueJob(scope.db.withoutPlugins(), scope.workspaceId, again, clock.now());
		})
};

export const transferJobs: Record<string, JobHandler> = { [clearJob]: clear };
