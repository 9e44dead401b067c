import type { Client, Pool } from 'pg';
import { migrationsToRun, readMigrations, type Ran } from '../migrations.ts';
import { instanceTables } from '../tables.ts';
import { scopeRole } from './connection.ts';
import { tablesOf } from './migrate.ts';
import { isShared } from './policies.ts';
import { DatabaseRefused } from './connection-errors.ts';

const oldestVersion = 150_000;
const howToCreate =
	'Create the roles and the database with db/postgres-roles.sql, see docs/hosting.md. Nothing was changed.';

interface Server {
	version: number;
	encoding: string;
	role: string;
	/** roles without row-level security that this role is or can become */
	bypassing: string[];
	owned: string | null;
	may: boolean;
}

async function readServer(pool: Pool): Promise<Server> {
	const { rows } = await pool.query<Server>(
		`select current_setting('server_version_num')::int as version,
			current_setting('server_encoding') as encoding,
			current_user::text as role,
			array(select rolname::text from pg_roles
				where (rolsuper or rolbypassrls) and pg_has_role(current_user, oid, 'MEMBER')) as bypassing,
			(select relname::text from pg_class
				where relnamespace = 'public'::regnamespace and relkind = 'r'
				and pg_has_role(current_user, relowner, 'MEMBER') limit 1) as owned,
			coalesce((select pg_has_role(current_user, oid, 'MEMBER') from pg_roles where rolname = $1), false) as may`,
		[scopeRole]
	);
	const [server] = rows;
	if (!server) throw new DatabaseRefused('PostgreSQL gave no information about itself.');
	return server;
}

/**
 * Verifies version, encoding and role: a role that is exempt from policies would disable row-level
 * security without notice.
 * @returns name of the role
 * @throws DatabaseRefused with a message for the terminal
 */
export async function verifyServer(pool: Pool): Promise<string> {
	const server = await readServer(pool);
	if (server.version < oldestVersion) {
		throw new DatabaseRefused(
			`This PostgreSQL is older than 15 (${String(server.version)}). Nothing was changed. Use version 15 or newer.`
		);
	}
	if (server.encoding !== 'UTF8') {
		throw new DatabaseRefused(
			`This database stores texts as ${server.encoding}, but names need UTF8. Nothing was changed. Create a database with encoding UTF8.`
		);
	}
	const [bypassing] = server.bypassing;
	if (bypassing !== undefined) {
		throw new DatabaseRefused(
			`The role ${server.role} of DATABASE_URL is or may become ${bypassing}, which ignores the policies: one workspace could see another. Sign in with the role imago instead. ${howToCreate}`
		);
	}
	if (server.owned !== null) {
		throw new DatabaseRefused(
			`The role ${server.role} of DATABASE_URL owns ${server.owned} and could remove its policies. Give the owner in DATABASE_OWNER_URL and sign in with the role imago. ${howToCreate}`
		);
	}
	if (!server.may) {
		throw new DatabaseRefused(
			`The role ${server.role} of DATABASE_URL is not a member of ${scopeRole}. ${howToCreate}`
		);
	}
	return server.role;
}

/**
 * Verifies that the role of DATABASE_OWNER_URL may own the tables: tables of an administrator could
 * not be migrated by the owner later.
 * @throws DatabaseRefused with a message for the terminal
 */
export async function verifyOwner(client: Client): Promise<void> {
	const { rows } = await client.query<{ role: string; bypasses: boolean; may: boolean }>(
		`select current_user::text as role, rolsuper or rolbypassrls as bypasses,
			has_schema_privilege(current_user, 'public', 'create') and not exists (
				select from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
				and not pg_has_role(current_user, relowner, 'MEMBER')) as may
		from pg_roles where rolname = current_user`
	);
	const [owner] = rows;
	if (owner?.bypasses) {
		throw new DatabaseRefused(
			`The role ${owner.role} of DATABASE_OWNER_URL is an administrator. Use imago_owner, so that the tables belong to it. ${howToCreate}`
		);
	}
	if (!owner?.may) {
		throw new DatabaseRefused(
			`The role ${owner?.role ?? ''} of DATABASE_OWNER_URL does not own this database's tables. Use imago_owner. ${howToCreate}`
		);
	}
}

/**
 * Verifies that the schema is that of this version and that every table of workspaces has row-level
 * security.
 * @returns name of the newest migration
 * @throws DatabaseRefused, NewerSchema
 */
export async function verifySchema(pool: Pool): Promise<string> {
	const migrations = readMigrations('postgres');
	const { rows } = await pool.query<{ there: boolean }>(
		"select to_regclass('public.migrations') is not null as there"
	);
	const ran = rows[0]?.there
		? await pool.query<Ran>('select name, sum from migrations')
		: undefined;
	const [next] = migrationsToRun(migrations, ran?.rows ?? []);
	if (next) {
		throw new DatabaseRefused(
			`The database needs the migration ${next.name}, which its owner must run. Nothing was changed. Set DATABASE_OWNER_URL and start again, or run "npm run imago -- migrate" with it.`
		);
	}
	await verifyPolicies(pool);
	return migrations.at(-1)?.name ?? '';
}

async function verifyPolicies(pool: Pool): Promise<void> {
	const { rows } = await pool.query<{ name: string }>(
		`select relname::text as name from pg_class
		where relnamespace = 'public'::regnamespace and relkind = 'r'
		and not (relrowsecurity and relforcerowsecurity)`
	);
	const unprotectedNames = new Set(rows.map(({ name }) => name));
	const unprotected = (await tablesOf(pool)).find(
		({ name, columns }) =>
			unprotectedNames.has(name) &&
			((columns.includes('workspace_id') && !instanceTables.has(name)) || isShared(name))
	);
	if (unprotected) {
		throw new DatabaseRefused(
			`The table ${unprotected.name} has lost its row-level security. Nothing was changed. Start once with DATABASE_OWNER_URL to create the policies again.`
		);
	}
}
