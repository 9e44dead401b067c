import { throttleForRequests } from '../background-throttle.ts';
import type { JobContext } from '../jobs.ts';
import type { Scope } from '../scope.server.ts';
import { schemaAt } from './schema.ts';
import { dropSetAside, isSetAside } from './staged-workspace.ts';
import { clearStep } from './write-rows.ts';

/** rows in one transaction: about 10 ms on a small machine */
const stepSize = 150;

/**
 * Takes a set-aside workspace away, whichever way it came to be one: rows in steps that let other
 * requests through, those that refer to others first; at last itself. After a crash it goes on with
 * what is left.
 * @param searchStep takes the next entries out of the search index; says whether there may be more
 */
export async function clearWorkspace(
	context: Pick<JobContext, 'scope' | 'stage' | 'write' | 'signal'>,
	searchStep: (scope: Scope) => Promise<boolean>
): Promise<void> {
	const { workspaceId, db } = context.scope;
	if (!(await isSetAside(db.withoutPlugins(), workspaceId))) return;
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
			// Looked at each time: were it opened meanwhile, nothing of it may go.
			more = await context.stage(
				async (scope) =>
					(await isSetAside(scope.db.withoutPlugins(), workspaceId)) && (await step(scope))
			);
			await throttle();
		}
	}
	await context.write((scope) => dropSetAside(scope.db.withoutPlugins(), workspaceId));
}
