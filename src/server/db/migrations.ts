import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../project-root.ts';
import type { Engine } from './connection-settings.ts';

export interface Migration {
	name: string;
	sql: string;
}

/** Matches a part of a migration that only one engine runs. */
const marked = /^-- only (\w+)\n([\s\S]*?)^-- end$/gm;

/**
 * Translates SQL that both engines run to PostgreSQL: texts sort bytewise, whatever the locale of
 * the database, and the type of bytes is `bytea`.
 */
function asPostgres(sql: string): string {
	return sql
		.replace(/^(\s*"?\w+"?|.*\badd column \w+) text\b/gm, '$1 text collate "C"')
		.replace(/^(\s*"?\w+"?|.*\badd column \w+) blob\b/gm, '$1 bytea');
}

/** The SQL of one migration file for an engine. */
export function migrationFor(engine: Engine, text: string): string {
	if (engine === 'sqlite') {
		return text.replace(marked, (_, only: string, body: string) => (only === engine ? body : ''));
	}
	let sql = '';
	let from = 0;
	for (const part of text.matchAll(marked)) {
		sql += asPostgres(text.slice(from, part.index));
		if (part[1] === engine) sql += part[2];
		from = part.index + part[0].length;
	}
	return sql + asPostgres(text.slice(from));
}

/** The migrations in their order, without the parts for the other engine. */
export function readMigrations(engine: Engine): Migration[] {
	const folder = join(projectRoot, 'db/migrations');
	return readdirSync(folder)
		.filter((name) => name.endsWith('.sql'))
		.sort()
		.map((name) => ({
			name: name.replace(/\.sql$/, ''),
			sql: migrationFor(engine, readFileSync(join(folder, name), 'utf8'))
		}));
}

/** The database was written by a newer version of Imago. */
export class NewerSchema extends Error {
	constructor(name: string) {
		super(
			`This data was written by a newer Imago (migration ${name} is unknown here). Nothing was changed. Start the newer version, or restore a back-up made by this one.`
		);
		this.name = 'NewerSchema';
	}
}

/**
 * Hash of a migration, by which a change after it ran is detected (first 16 hex digits of SHA-256).
 */
export function sumOf(migration: Migration): string {
	return createHash('sha256').update(migration.sql).digest('hex').slice(0, 16);
}

/** A migration that a database has run. */
export interface Ran {
	name: string;
	sum: string;
}

/**
 * The migrations that a database still needs, in their order.
 * @throws NewerSchema where it has run one that this version does not know
 * @throws Error where a migration was edited after it ran
 */
export function migrationsToRun(
	migrations: readonly Migration[],
	ran: readonly Ran[]
): Migration[] {
	const known = new Map(migrations.map((migration) => [migration.name, migration]));
	for (const { name, sum } of ran) {
		const migration = known.get(name);
		if (!migration) throw new NewerSchema(name);
		if (sumOf(migration) !== sum) {
			throw new Error(`Migration ${name} was edited after it ran. Write a new one instead.`);
		}
	}
	const names = new Set(ran.map(({ name }) => name));
	return migrations.filter(({ name }) => !names.has(name));
}
