import { rmSync } from 'node:fs';
import { vi } from 'vitest';
import { run } from '#surfaces/cli/program.ts';
import { withSocket } from '#surfaces/cli/transport/socket-server.server.ts';
import { openTestApp, type TestApp } from './app.ts';

export interface Said {
	code: number;
	/** standard output */
	out: string;
	/** standard error */
	err: string;
}

/**
 * Runs one command of the command line in this process, on a data folder.
 * @returns exit code and output
 */
export async function imago(
	environment: Record<string, string>,
	...words: string[]
): Promise<Said> {
	const output = { out: '', err: '' };
	const capture = (name: 'out' | 'err') => (piece: unknown) => {
		output[name] += typeof piece === 'string' ? piece : Buffer.from(piece as Uint8Array).toString();
		return true;
	};
	const out = vi.spyOn(process.stdout, 'write').mockImplementation(capture('out'));
	const err = vi.spyOn(process.stderr, 'write').mockImplementation(capture('err'));
	try {
		const code = await run(words, { IMAGO_LOG: 'silent', ...environment });
		return { code, ...output };
	} finally {
		out.mockRestore();
		err.mockRestore();
	}
}

/**
 * A running app that listens on the socket of the command line; closing it deletes its data folder.
 */
export async function openListening(): Promise<TestApp> {
	const testApp = await openTestApp();
	const { close } = await withSocket(testApp.app);
	return {
		...testApp,
		close: async () => {
			await close();
			rmSync(testApp.app.config.data, { recursive: true, force: true });
		}
	};
}
