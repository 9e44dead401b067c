import { allAnswered } from '#features/webhooks/jobs/slots.server.ts';
import type { Config } from '#server/config.ts';
import { openApp } from '../../app.server.ts';
import type { HostContext } from './host-context.ts';
import type { Transport } from './host-client.ts';
import { hostRouter } from './host-router.server.ts';

/**
 * The transport without a server: locks the data folder, performs requests in this process, and on close
 * finishes the jobs that they have queued.
 * @throws FolderRefused while another process holds the lock of the folder
 */
export async function inProcess(config: Config): Promise<Transport> {
	const app = await openApp({ ...config, logLevel: 'error' });
	let queued = false;
	const wake = (): void => {
		queued = true;
		app.jobs.wake();
	};
	const context: HostContext = { ...app, jobs: { wake } };
	return {
		fetch: async (request) => hostRouter.fetch(request, context),
		close: async () => {
			if (queued) await app.jobs.finish();
			await allAnswered();
			await app.close();
		}
	};
}
