import type { Config } from '#server/config.ts';
import { openApp, type App } from '../../app.server.ts';
import { answer } from './desk.server.ts';
import type { Way } from './request.ts';
import type { Served } from './served.ts';

/** Waits until nothing is due any more, so that the next command finds what follows from this one. */
async function settle(app: App): Promise<void> {
	for (;;) {
		const due = await app.database.read
			.selectFrom('jobs')
			.select('id')
			.where('done_at', 'is', null)
			.where('failed_at', 'is', null)
			.where('run_at', '<=', app.clock.now())
			.limit(1)
			.executeTakeFirst();
		if (!due) return;
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
}

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
			if (queued) await settle(app);
			await app.close();
		}
	};
}
