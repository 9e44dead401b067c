import { keyedHash } from './secrets.ts';
import type { Database } from './db/open.ts';
import { DatabaseRefused } from './db/postgres/refused.ts';

const name = 'secret-sum';

/**
 * Processes that share a database must share the secret too: hashes of people kept out and what is
 * sealed for webhooks would otherwise be riddles to each other. The first one leaves a sum.
 * @throws DatabaseRefused for a process that has another secret
 */
export async function verifySecret(database: Database, secret: Buffer): Promise<void> {
	const sum = keyedHash(secret, 'imago');
	const kept = await database.write(async (tx) => {
		await tx
			.insertInto('instance')
			.values({ name, value: sum })
			.onConflict((conflict) => conflict.column('name').doNothing())
			.execute();
		return tx.selectFrom('instance').select('value').where('name', '=', name).executeTakeFirst();
	});
	if (kept?.value === sum) return;
	throw new DatabaseRefused(
		'This database was begun with another secret. Nothing was changed. Give every process the same IMAGO_SECRET, or the same data folder with its secret.key.'
	);
}
