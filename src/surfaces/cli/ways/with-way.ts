import type { Config } from '#server/config.ts';
import type { Way } from './request.ts';
import { throughSocket } from './through-socket.ts';

/**
 * Asks the server that runs on the data folder, or does the work without one.
 * @throws FolderRefused, when the folder is held by something that does not listen
 */
export async function withWay<Result>(
	config: Config,
	work: (way: Way) => Promise<Result>
): Promise<Result> {
	// The whole program is loaded only where it is needed.
	const way =
		(await throughSocket(config.data)) ?? (await (await import('./alone.ts')).alone(config));
	try {
		return await work(way);
	} finally {
		await way.close();
	}
}

/** What one command of the host's answers, where it is no file. */
export async function askHost(config: Config, command: string, input = {}): Promise<unknown> {
	return (await withWay(config, (way) => way.ask({ kind: 'host', command, input }))).output;
}
