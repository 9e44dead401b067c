import { vi } from 'vitest';
import { run } from '#surfaces/cli/program.ts';

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
