import type { Client } from 'pg';
import { migrationsToRun, readMigrations, sumOf, type Ran } from '../migrations.ts';
import { policiesFor, type CatalogueTable } from './policies.ts';

/**
 * Advisory lock held during migrations, so that of several processes that start at once one runs
 * them.
 */
const migrationLock = 4_321_001;

async function ranOn(client: Client): Promise<Ran[]> {
	const { rows } = await client.query<Ran>('select name, sum from migrations order by name');
	return rows;
}

/** The tables of the schema `public` with their columns, from the catalogue. */
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
 * Migrates a PostgreSQL database to the schema of this version, each migration in a transaction,
 * then creates the row-level security policies.
 * @param client signed in as the owner of the tables
 * @param app role of the running program
 * @returns name of the newest migration
 * @throws NewerSchema where the database has a migration that this version does not know
 */
export async function migratePostgres(client: Client, app: string): Promise<string> {
	await client.query('select pg_advisory_lock($1)', [migrationLock]);
	try {
		await client.query(
			'create table if not exists migrations (name text collate "C" not null primary key, sum text not null, ran_at text not null)'
		);
		const migrations = readMigrations('postgres');
		for (const migration of migrationsToRun(migrations, await ranOn(client))) {
			await inTransaction(client, async () => {
				// Policies apply to the owner too, so a migration that changes rows would change none. They
				// are forced again by `policiesFor`; until then only the owner is exempt.
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
		await inTransaction(client, () => client.query(policiesFor(tables, roles)));
		return migrations.at(-1)?.name ?? '';
	} finally {
		await client.query('select pg_advisory_unlock($1)', [migrationLock]);
	}
}

async function inTransaction(client: Client, work: () => Promise<unknown>): Promise<void> {
	await client.query('begin');
	try {
		await work();
		await client.query('commit');
	} catch (error) {
		await client.query('rollback');
		throw error;
	}
}
