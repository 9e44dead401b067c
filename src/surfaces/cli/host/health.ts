import { z } from 'zod';
import type { Config } from '#server/config.ts';
import { print } from '../show/print.ts';
import { askHost } from '../transport/with-transport.ts';

const answered = z.looseObject({ readableByOthers: z.array(z.string()) });

/**
 * Prints versions, engine, and whether the data folder is its owner's alone.
 * @returns nothing; the exit code is 1 where something is not as it should be
 */
export async function showHealth(config: Config, options: { json?: boolean }): Promise<void> {
	const output = await askHost(config, 'health');
	print(output, options);
	if (answered.parse(output).readableByOthers.length > 0) process.exitCode = 1;
}
