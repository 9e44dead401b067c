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

/** Runs one command in this process, on a data folder, and gives what it wrote. */
export async function imago(
	environment: Record<string, string>,
	...words: string[]
): Promise<Said> {
	const said = { out: '', err: '' };
	const hear = (name: 'out' | 'err') => (piece: unknown) => {
		said[name] += typeof piece === 'string' ? piece : Buffer.from(piece as Uint8Array).toString();
		return true;
	};
	const out = vi.spyOn(process.stdout, 'write').mockImplementation(hear('out'));
	const err = vi.spyOn(process.stderr, 'write').mockImplementation(hear('err'));
	try {
		const code = await run(words, { IMAGO_LOG: 'silent', ...environment });
		return { code, ...said };
	} finally {
		out.mockRestore();
		err.mockRestore();
	}
}

/** A running program that the command line reaches; what closes it takes its folder away too. */
export async function openListening(): Promise<TestApp> {
	const house = await openTestApp();
	const { close } = await withSocket(house.app);
	return {
		...house,
		close: async () => {
			await close();
			rmSync(house.app.config.data, { recursive: true, force: true });
		}
	};
}
