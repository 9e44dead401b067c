import { setImmediate } from 'node:timers/promises';
import type { JobContext } from '#server/job-worker.ts';
import { clearStep, hasPeople } from '../store/undoing.server.ts';

/** entries in one transaction */
const stepSize = 250;

/** Deletes the people of an import, in transactions of `stepSize` so that other requests are not delayed. */
export async function clearImport(
	{ write, scope, signal }: Pick<JobContext, 'write' | 'scope' | 'signal'>,
	importId: string
): Promise<void> {
	let after: number | undefined = 0;
	while (after !== undefined && (await hasPeople(scope, importId))) {
		signal.throwIfAborted();
		const from: number = after;
		after = await write((inside) => clearStep(inside, importId, from, stepSize));
		await setImmediate();
	}
}
