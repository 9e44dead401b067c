import { keyedHash } from './tokens.ts';
import type { Database } from './db/open.ts';
import { DatabaseRefused } from './db/postgres/connection-errors.ts';

const name = 'secret-sum';

/**
 * Verifies that all processes of a database use the same secret, which keys the hashes of the
 * suppression list and encrypts the secrets of webhooks. The first process stores a keyed hash to
 * compare with.
 * @throws DatabaseRefused for a process with another secret
 */
export async function verifySecret(database: Database, secret: Buffer): Promise<void> {
	const sum = keyedHash(secret, 'imago');
	const stored = await database.write(async (tx) => {
		await tx
			.insertInto('instance')
			.values({ name, value: sum })
			.onConflict((conflict) => conflict.column('name').doNothing())
			.execute();
		return tx.selectFrom('instance').select('value').where('name', '=', name).executeTakeFirst();
	});
	if (stored?.value === sum) return;
	throw new DatabaseRefused(
		'This database was created with another secret. Nothing was changed. Give every process the same IMAGO_SECRET, or the same data folder with its secret.key.'
	);
}
