import { allAnswered } from '#features/webhooks/jobs/room.server.ts';
import type { Config } from '#server/config.ts';
import { openApp } from '../../app.server.ts';
import { answer } from './desk.server.ts';
import type { Way } from './request.ts';
import type { Served } from './served.ts';

/**
 * The way without a server: the command takes the data folder's lock and does everything itself,
 * also what a server would have done in the background.
 * @throws FolderRefused while something else holds the folder
 */
export async function alone(config: Config): Promise<Way> {
	const app = await openApp({ ...config, logLevel: 'error' });
	let queued = false;
	const wake = (): void => {
		queued = true;
		app.jobs.wake();
	};
	const watched: Served = { ...app, jobs: { wake } };
	return {
		ask: (request) => answer(watched, request),
		close: async () => {
			if (queued) await app.jobs.finish();
			await allAnswered();
			await app.close();
		}
	};
}
