import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '#server/project-root.ts';

export interface RunningServer {
	origin: string;
	data: string;
	/** path of the one-time link that the server printed, while there is no account */
	firstLink: string | undefined;
	/** output on standard output and standard error so far */
	output(): string;
	process: ChildProcess;
	/** environment variables that it was started with, beside its folder */
	environment: Record<string, string>;
	/**
	 * stops it and waits for its end; deletes its data unless `keep`
	 * @returns exit code
	 */
	stop(options?: { signal?: NodeJS.Signals; keep?: boolean }): Promise<number | null>;
}

export async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}

/**
 * Starts the built server as `npm start` does, on a free port and with a data folder of its own.
 */
export async function startServer(
	options: { data?: string; port?: number; environment?: Record<string, string> } = {}
): Promise<RunningServer> {
	const data = options.data ?? mkdtempSync(join(tmpdir(), 'imago-server-'));
	const port = options.port ?? (await freePort());
	const child = spawn(
		join(projectRoot, 'node_modules/.bin/node'),
		['--max-semi-space-size=4', '--disable-warning=ExperimentalWarning', 'src/server/main.ts'],
		{
			cwd: projectRoot,
			env: {
				PATH: process.env.PATH,
				HOME: process.env.HOME,
				PORT: String(port),
				IMAGO_DATA: data,
				IMAGO_LOG: 'warn',
				...options.environment
			}
		}
	);
	let output = '';
	child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
	child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
	const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));

	const deadline = Date.now() + 20_000;
	while (!output.includes('Imago is running at')) {
		if (child.exitCode !== null || Date.now() > deadline) {
			child.kill('SIGKILL');
			throw new Error(`The server did not start:\n${output}`);
		}
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
	// The link is printed right after the address.
	await new Promise((resolve) => setTimeout(resolve, 20));
	return {
		origin: `http://127.0.0.1:${port}`,
		data,
		firstLink: /(\/begin\/\S+)/.exec(output)?.[1],
		output: () => output,
		process: child,
		environment: options.environment ?? {},
		stop: async ({ signal = 'SIGTERM', keep = false } = {}) => {
			if (child.exitCode === null) child.kill(signal);
			const code = await ended;
			if (!keep) rmSync(data, { recursive: true, force: true });
			return code;
		}
	};
}

/** The error message of a start that fails; `it started` where it does not fail. */
export async function refusalOf(options: Parameters<typeof startServer>[0]): Promise<string> {
	try {
		const server = await startServer(options);
		await server.stop({ keep: true });
	} catch (error) {
		return String(error);
	}
	return 'it started';
}
