import { allAnswered } from '#features/webhooks/jobs/slots.server.ts';
import type { Config } from '#server/config.ts';
import { openApp } from '../../app.server.ts';
import { answer } from './host-requests.server.ts';
import type { Transport } from './request.ts';
import type { HostContext } from './host-context.ts';

/**
 * The way without a server: the command takes the data folder's lock and does everything itself,
 * also what a server would have done in the background.
 * @throws FolderRefused while something else holds the folder
 */
export async function inProcess(config: Config): Promise<Transport> {
	const app = await openApp({ ...config, logLevel: 'error' });
	let queued = false;
	const wake = (): void => {
		queued = true;
		app.jobs.wake();
	};
	const watched: HostContext = { ...app, jobs: { wake } };
	return {
		ask: (request) => answer(watched, request),
		close: async () => {
			if (queued) await app.jobs.finish();
			await allAnswered();
			await app.close();
		}
	};
}
