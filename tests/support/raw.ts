import { Kysely } from 'kysely';
import type { Client } from 'pg';
import type { Database } from '#server/db/open.ts';
import type { Engine } from '#server/db/connection-settings.ts';
import { connectDedicated } from '#server/db/postgres/pool.ts';
import { singlePostgres } from '#server/db/postgres/single-connection.ts';
import type { Tables } from '#server/db/tables.ts';

export type RawValue = string | number | null | Uint8Array;
export type RawRow = Record<string, RawValue>;

/** SQL past scopes and policies, for what a test reads or writes outside the program. */
export interface Raw {
	engine: Engine;
	/** the same connection through Kysely */
	db: Kysely<Tables>;
	/** runs a query; `?` is a parameter */
	all(sql: string, ...values: RawValue[]): Promise<RawRow[]>;
	run(sql: string, ...values: RawValue[]): Promise<void>;
	/** runs statements in a transaction that checks foreign keys at its end */
	inOne(work: () => Promise<void>): Promise<void>;
	/**
	 * makes every insert into the table fail, as on a full disk; returns a function that ends this
	 */
	breakInserts(table: string, message: string): Promise<() => Promise<void>>;
	close(): Promise<void>;
}

function rawFile(file: NonNullable<Database['file']>, db: Kysely<Tables>): Raw {
	return {
		engine: 'sqlite',
		db,
		all: (sql, ...values) => Promise.resolve(file.prepare(sql).all(...values) as RawRow[]),
		run: (sql, ...values) => {
			file.prepare(sql).run(...values);
			return Promise.resolve();
		},
		// Holds the only writer meanwhile, so that no job of the app can write in between.
		inOne: (work) =>
			db.connection().execute(async () => {
				file.exec('begin; pragma defer_foreign_keys = on');
				await work();
				file.exec('commit');
			}),
		breakInserts: (table, message) => {
			file.exec(
				`create temp trigger stumble before insert on main.${table} begin select raise(abort, '${message}'); end`
			);
			return Promise.resolve(() => {
				file.exec('drop trigger stumble');
				return Promise.resolve();
			});
		},
		close: () => Promise.resolve()
	};
}

function numbered(sql: string): string {
	let at = 0;
	return sql.replace(/\?/g, () => `$${String((at += 1))}`);
}

async function rawServer(adminUrl: string): Promise<Raw> {
	const client: Client = await connectDedicated(adminUrl);
	const db = new Kysely<Tables>({ dialect: singlePostgres(client) });
	const ask = async (sql: string, values: RawValue[]): Promise<RawRow[]> =>
		(await client.query<RawRow>(numbered(sql), values)).rows;
	return {
		engine: 'postgres',
		db,
		all: (sql, ...values) => ask(sql, values),
		run: async (sql, ...values) => {
			await ask(sql, values);
		},
		inOne: async (work) => {
			await client.query('begin; set local session_replication_role = replica');
			await work();
			await client.query('commit');
		},
		breakInserts: async (table, message) => {
			await client.query(`
				create function stumble() returns trigger language plpgsql as
					$$ begin raise exception '${message}'; end $$;
				create trigger stumble before insert on ${table} for each row execute function stumble()`);
			return async () => {
				await client.query(`drop trigger stumble on ${table}; drop function stumble()`);
			};
		},
		close: () => client.end()
	};
}

/**
 * Opens raw access to a database.
 * @param adminUrl connection URL of an administrator of PostgreSQL; without it the database is a
 * SQLite file
 */
export function openRaw(database: Database, adminUrl: string | undefined): Promise<Raw> {
	if (adminUrl) return rawServer(adminUrl);
	if (!database.file) throw new Error('This database is no file.');
	return Promise.resolve(rawFile(database.file, database.writer));
}

/** The tables with their columns, those of workspaces and others. */
export async function columnsOf(
	raw: Raw
): Promise<Map<string, { name: string; type: string; nullable: boolean }[]>> {
	const rows =
		raw.engine === 'postgres'
			? await raw.all(
					`select table_name as tbl, column_name as name, data_type as type, is_nullable as nullable
					from information_schema.columns where table_schema = 'public' order by 1, ordinal_position`
				)
			: await raw.all(
					`select m.name as tbl, c.name, c.type, case c."notnull" when 0 then 'YES' else 'NO' end as nullable
					from sqlite_schema m join pragma_table_info(m.name) c
					where m.type = 'table' and m.name not like 'sqlite_%' and m.name not like 'people_search_%'
					order by 1, c.cid`
				);
	const tables = new Map<string, { name: string; type: string; nullable: boolean }[]>();
	for (const row of rows) {
		const columns = tables.get(String(row.tbl)) ?? [];
		columns.push({
			name: String(row.name),
			type: String(row.type).toUpperCase(),
			nullable: row.nullable === 'YES'
		});
		tables.set(String(row.tbl), columns);
	}
	return tables;
}
