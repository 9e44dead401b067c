import type { Config } from '#server/config.ts';
import type { Transport } from './request.ts';
import { socketClient } from './socket-client.ts';

/**
 * Asks the server that runs on the data folder, or does the work without one.
 * @throws FolderRefused, when the folder is held by something that does not listen
 */
export async function withTransport<Result>(
	config: Config,
	work: (way: Transport) => Promise<Result>
): Promise<Result> {
	// The whole program is loaded only where it is needed.
	const way =
		(await socketClient(config.data)) ??
		(await (await import('./in-process.ts')).inProcess(config));
	try {
		return await work(way);
	} finally {
		await way.close();
	}
}

/** What one command of the host's answers, where it is no file. */
export async function askHost(config: Config, command: string, input = {}): Promise<unknown> {
	return (await withTransport(config, (way) => way.ask({ kind: 'host', command, input }))).output;
}
