import { sql, type CompiledQuery, type InferResult } from 'kysely';
import type { Database } from './open.ts';
import type { Engine } from './connection-settings.ts';

/**
 * What is looked up before any workspace is known: the hash of a token, and nothing else, leads to
 * one. On PostgreSQL the program's own role may not read these tables; one function of the owner
 * answers (migration 0013).
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

const doors = {
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

/** Compiled once: these run before everything else. Their one parameter is the hash. */
const kept = new Map<string, CompiledQuery>();

function compiled(database: Database, kind: 'session' | 'key'): CompiledQuery {
	const name = `${database.place.engine satisfies Engine} ${kind}`;
	const known = kept.get(name);
	if (known) return known;
	const query =
		database.place.engine === 'postgres'
			? doors.postgres[kind]().compile(database.read)
			: doors.sqlite[kind](database).compile();
	kept.set(name, query);
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
