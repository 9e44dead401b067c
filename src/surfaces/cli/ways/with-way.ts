import type { Config } from '#server/config.ts';
import type { Answer, Request, Way } from './request.ts';
import { throughSocket } from './through-socket.ts';

/**
 * Asks the server that runs on the data folder, or does the work without one.
 * @throws FolderRefused, when the folder is held by something that does not listen
 */
export async function withWay<Result>(
	config: Config,
	work: (way: Way) => Promise<Result>
): Promise<Result> {
	const way = (await throughSocket(config.data)) ?? (await openAlone(config));
	try {
		return await work(way);
	} finally {
		await way.close();
	}
}

/** The whole program is loaded only where it is needed. */
async function openAlone(config: Config): Promise<Way> {
	const { alone } = await import('./alone.ts');
	return alone(config);
}

/** One request; a file in the answer must be read within `work` of `withWay` instead. */
export function askOnce(config: Config, request: Request): Promise<Answer> {
	return withWay(config, (way) => way.ask(request));
}
