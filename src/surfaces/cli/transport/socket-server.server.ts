import { chmodSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { dirname, join } from 'node:path';
import { getRequest, setResponse } from '@sveltejs/kit/node';
import type { App } from '../../app.server.ts';
import { stagingFolderPrefix, clearSocket, chooseSocketPath } from './socket-path.ts';

/**
 * Creates the socket in a folder with mode 0700, sets its mode to 0600 and moves it to its path, so that
 * no other user can connect at any moment.
 */
async function listenAt(server: Server, path: string): Promise<void> {
	const folder = mkdtempSync(join(dirname(path), stagingFolderPrefix));
	const stagingPath = join(folder, 's');
	try {
		await new Promise<void>((resolve, reject) => {
			server.once('error', reject);
			server.listen(stagingPath, resolve);
		});
		chmodSync(stagingPath, 0o600);
		renameSync(stagingPath, path);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/**
 * Listens on a Unix socket in the data folder for the command line; only the owner of the folder can
 * connect, and no network.
 * @returns the app; its `close` also deletes the socket
 */
export async function withSocket(app: App): Promise<App> {
	if (process.platform === 'win32') return app;
	const path = chooseSocketPath(app.config.data);
	if (!path) {
		app.log.warn(
			`The path of ${app.config.data} is too long for a socket, and so is the path of the temporary folder. The command line cannot reach this Imago while it runs. Set IMAGO_DATA or TMPDIR to a shorter path.`
		);
		return app;
	}
	const server = createServer((request, response) => {
		// All operations are loaded with the router, so it is imported at the first request.
		const answered = import('./host-router.server.ts').then(({ hostRouter }) =>
			hostRouter.fetch(getRequest({ request, response, base: 'http://imago' }), app)
		);
		answered.then(
			(answer) => {
				setResponse(response, answer);
			},
			(error: unknown) => {
				app.log.error({ error }, 'a command of the host failed');
				response.destroy();
			}
		);
	});
	await listenAt(server, path);
	return {
		...app,
		close: async () => {
			await new Promise((resolve) => {
				server.close(resolve);
				server.closeIdleConnections();
			});
			clearSocket(app.config.data);
			await app.close();
		}
	};
}
