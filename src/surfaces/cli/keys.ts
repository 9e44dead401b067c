import { addKey } from '#features/account/operations.server.ts';
import type { Config } from '#server/config.ts';
import { perform } from '#server/perform.ts';
import { accountOf, withDatabase } from './open.ts';

/** Makes a key for an account and prints it; it is shown nowhere else. */
export async function addKeyFor(
	config: Config,
	email: string,
	options: { name: string; may: string }
): Promise<void> {
	const effects = options.may.split(',').map((word) => word.trim());
	await withDatabase(config, async (database, secret) => {
		const { workspaceId } = await accountOf(database.read, email);
		const performer = {
			database,
			clock: { now: () => new Date().toISOString() },
			secret,
			jobs: { wake: () => undefined }
		};
		const caller = { actor: { kind: 'host' as const }, workspaceId };
		const { key } = await perform(performer, addKey, caller, { name: options.name, effects });
		process.stdout.write(`${key}\n`);
	});
}
