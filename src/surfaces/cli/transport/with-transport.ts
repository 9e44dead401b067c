import type { Config } from '#server/config.ts';
import { command, type Transport } from './host-client.ts';
import { socketClient } from './socket-client.ts';

/**
 * Runs `work` with a transport: to the server that runs on the data folder, otherwise in process.
 * @throws FolderRefused where another process that does not listen holds the lock of the folder
 */
export async function withTransport<Result>(
	config: Config,
	work: (transport: Transport) => Promise<Result>
): Promise<Result> {
	// The app is loaded only where no server runs.
	const transport =
		(await socketClient(config.data)) ??
		(await (await import('./in-process.ts')).inProcess(config));
	try {
		return await work(transport);
	} finally {
		await transport.close();
	}
}

/** Performs a single command of the host and returns its output. */
export const askHost = (config: Config, name: string, input = {}): Promise<unknown> =>
	withTransport(config, (transport) => command(transport, name, input));
