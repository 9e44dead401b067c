import { z } from 'zod';
import type { Config } from '#server/config.ts';
import { print } from '../show/print.ts';
import { askHost } from '../transport/with-transport.ts';

const healthOutput = z.looseObject({ readableByOthers: z.array(z.string()) });

/**
 * Prints the health of the instance. Sets exit code 1 where other users can read files of the data
 * folder.
 */
export async function showHealth(config: Config, options: { json?: boolean }): Promise<void> {
	const output = await askHost(config, 'health');
	print(output, options);
	if (healthOutput.parse(output).readableByOthers.length > 0) process.exitCode = 1;
}
