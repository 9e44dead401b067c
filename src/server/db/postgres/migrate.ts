import type { Client } from 'pg';
import { migrationsToRun, readMigrations, sumOf, type Ran } from '../migrations.ts';
import { policiesFor, type CatalogueTable } from './policies.ts';

/** Held while migrations run, so that of several processes that start at once one does them. */
const migrationLock = 4_321_001;

async function ranOn(client: Client): Promise<Ran[]> {
	const { rows } = await client.query<Ran>('select name, sum from migrations order by name');
	return rows;
}

/** Tables of our schema with their columns, as the catalogue has them. */
export async function tablesOf(client: Pick<Client, 'query'>): Promise<CatalogueTable[]> {
	const { rows } = await client.query<CatalogueTable>(`
		select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
		from pg_class c
		join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
		where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
		group by c.relname order by c.relname`);
	return rows;
}

/**
 * Brings a PostgreSQL database to this version's schema, each migration whole or not at all, then
 * puts up the policies.
 * @param client signed in as the owner of the tables
 * @param app the role of the running program
 * @returns the name of the newest migration
 * @throws NewerSchema where the database knows a migration that this version does not
 */
export async function migratePostgres(client: Client, app: string): Promise<string> {
	await client.query('select pg_advisory_lock($1)', [migrationLock]);
	try {
		await client.query(
			'create table if not exists migrations (name text collate "C" not null primary key, sum text not null, ran_at text not null)'
		);
		const migrations = readMigrations('postgres');
		for (const migration of migrationsToRun(migrations, await ranOn(client))) {
			await whole(client, async () => {
				// Policies hold for the owner too, so what a migration changes in rows would change none;
				// they are forced again by `policiesFor`, and until then nobody but the owner gets in.
				for (const { name } of await tablesOf(client)) {
					await client.query(`alter table "${name}" no force row level security`);
				}
				await client.query(migration.sql);
				await client.query('insert into migrations (name, sum, ran_at) values ($1, $2, $3)', [
					migration.name,
					sumOf(migration),
					new Date().toISOString()
				]);
			});
		}
		const { rows } = await client.query<{ owner: string }>('select current_user as owner');
		const roles = { app, owner: rows[0]?.owner ?? '' };
		const tables = await tablesOf(client);
		await whole(client, () => client.query(policiesFor(tables, roles)));
		return migrations.at(-1)?.name ?? '';
	} finally {
		await client.query('select pg_advisory_unlock($1)', [migrationLock]);
	}
}

async function whole(client: Client, work: () => Promise<unknown>): Promise<void> {
	await client.query('begin');
	try {
		await work();
		await client.query('commit');
	} catch (error) {
		await client.query('rollback');
		throw error;
	}
}
