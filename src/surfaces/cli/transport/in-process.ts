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
	return {
		post: async (path, body) => {
			const headers = { 'content-length': String(body.byteLength) };
			const request = { method: 'POST', headers, body: body as Uint8Array<ArrayBuffer> };
			// Errors are thrown on as they are, so that the command says what went wrong.
			const faults: unknown[] = [];
			const log = { error: ({ error }: { error: unknown }) => void faults.push(error) };
			const context: HostContext = { ...app, jobs: { wake }, log };
			const response = await hostRouter.request(path, request, context);
			for (const fault of faults) throw fault;
			return response;
		},
		close: async () => {
			if (queued) await app.jobs.finish();
			await allAnswered();
			await app.close();
		}
	};
}
