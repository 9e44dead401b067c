import { sql, type CompiledQuery, type InferResult } from 'kysely';
import type { Database } from './open.ts';
import type { Engine } from './connection-settings.ts';

/**
 * Look-ups before a workspace is known: the hash of a token, and nothing else, leads to one. On
 * PostgreSQL the role of the program may not read these tables; a function of the owner
 * (`lookup_credential`, made by migration 0013, named by 0040) answers.
 */
function session(database: Database) {
	return database.read
		.selectFrom('auth_session as session')
		.innerJoin('workspaces as workspace', 'workspace.user_id', 'session.userId')
		.innerJoin('auth_user as user', 'user.id', 'session.userId')
		.select([
			'session.id',
			'workspace.id as workspaceId',
			'session.userId',
			'session.createdAt',
			'session.expiresAt',
			'workspace.explorer_name as name',
			'workspace.zone',
			'user.email'
		])
		.where('session.token', '=', '');
}

function key(database: Database) {
	return database.read
		.selectFrom('keys')
		.select(['id', 'workspace_id as workspaceId', 'effects', 'last_used_at as lastUsedAt'])
		.where('hash', '=', '');
}

export type FoundSession = InferResult<ReturnType<typeof session>>[number];
export type FoundKey = InferResult<ReturnType<typeof key>>[number];

const lookups = {
	sqlite: { session, key },
	postgres: {
		session: () => sql<FoundSession>`
			select id, workspace_id as "workspaceId", user_id as "userId", created_at as "createdAt",
				expires_at as "expiresAt", name, zone, email
			from lookup_credential('session', ${''})`,
		key: () => sql<FoundKey>`
			select id, workspace_id as "workspaceId", effects, last_used_at as "lastUsedAt"
			from lookup_credential('key', ${''})`
	}
};

/** Compiled once, because they run before every other query. Their one parameter is the hash. */
const compiledQueries = new Map<string, CompiledQuery>();

function compiled(database: Database, kind: 'session' | 'key'): CompiledQuery {
	const name = `${database.settings.engine satisfies Engine} ${kind}`;
	const existing = compiledQueries.get(name);
	if (existing) return existing;
	const query =
		database.settings.engine === 'postgres'
			? lookups.postgres[kind]().compile(database.read)
			: lookups.sqlite[kind](database).compile();
	compiledQueries.set(name, query);
	return query;
}

async function lookUp<Row>(
	database: Database,
	kind: 'session' | 'key',
	hash: string
): Promise<Row | undefined> {
	const query = { ...compiled(database, kind), parameters: [hash] };
	const { rows } = await database.read.executeQuery<Row>(query as CompiledQuery<Row>);
	return rows[0];
}

/** The session whose token has this hash, with its explorer and workspace. */
export function sessionByHash(database: Database, hash: string): Promise<FoundSession | undefined> {
	return lookUp(database, 'session', hash);
}

/** The key whose token has this hash. */
export function keyByHash(database: Database, hash: string): Promise<FoundKey | undefined> {
	return lookUp(database, 'key', hash);
}
