import { throttleForRequests } from '../background-throttle.ts';
import type { JobContext } from '../job-worker.ts';
import type { Scope } from '../scope.server.ts';
import { schemaAt } from './schema.ts';
import { deleteStagedWorkspace, isStaged } from './staged-workspace.ts';
import { clearStep } from './write-rows.ts';

/** rows in one transaction: about 10 ms on a small machine */
const stepSize = 150;

/**
 * Deletes a staged workspace, whatever the reason it is staged: its rows in short transactions that
 * let other requests through, rows that refer to others first; at last the workspace itself. After
 * a crash it continues with what is left. Does nothing where the workspace is not staged.
 * @param searchStep deletes the next entries of the search index; returns whether there may be more
 */
export async function clearWorkspace(
	context: Pick<JobContext, 'scope' | 'stage' | 'write' | 'signal'>,
	searchStep: (scope: Scope) => Promise<boolean>
): Promise<void> {
	const { workspaceId, db } = context.scope;
	if (!(await isStaged(db.withoutPlugins(), workspaceId))) return;
	const steps = [
		searchStep,
		...schemaAt()
			.tables.map((table) => (scope: Scope) => clearStep(scope, table, stepSize))
			.toReversed()
	];
	const throttle = throttleForRequests();
	for (const step of steps) {
		for (let more = true; more;) {
			context.signal.throwIfAborted();
			// Checked in each transaction: a workspace that was activated meanwhile must not lose rows.
			more = await context.stage(
				async (scope) =>
					(await isStaged(scope.db.withoutPlugins(), workspaceId)) && (await step(scope))
			);
			await throttle();
		}
	}
	await context.write((scope) => deleteStagedWorkspace(scope.db.withoutPlugins(), workspaceId));
}
