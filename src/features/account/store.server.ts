import { missing } from '#kernel/refusal.ts';
import { crud } from '#server/db/crud.ts';
import { preparedQuery } from '#server/db/prepared-query.ts';
import type { Scope } from '#server/scope.server.ts';
import { MOST_HOLIDAYS, MOST_PAUSES } from './rules/pauses.ts';
import type { Row } from '#server/db/tables.ts';

/** Most keys listed. */
const keysShown = 200;

const workspaceRow = preparedQuery((db, workspaceId) =>
	db
		.selectFrom('workspaces')
		.innerJoin('auth_user', 'auth_user.id', 'workspaces.user_id')
		.select([
			'workspaces.user_id as userId',
			'workspaces.explorer_name as name',
			'workspaces.introduction',
			'workspaces.zone',
			'workspaces.holiday_country as holidayCountry',
			'auth_user.email'
		])
		.where('workspaces.id', '=', workspaceId)
);

/** The workspace's row: the explorer's profile. */
export async function workspaceOf(scope: Scope) {
	const [row] = await workspaceRow(scope);
	if (!row) throw missing('account');
	return row;
}

/** Changes the defined columns of that row. */
export async function changeWorkspace(
	scope: Scope,
	changes: {
		[Column in 'explorer_name' | 'introduction' | 'zone' | 'holiday_country']:
			Row<'workspaces'>[Column] | undefined;
	}
): Promise<void> {
	if (Object.values(changes).every((value) => value === undefined)) return;
	await scope.db
		.updateTable('workspaces')
		.set(changes)
		.where('id', '=', scope.workspaceId)
		.execute();
}

export const holidaysOf = preparedQuery((db, workspaceId) =>
	db
		.selectFrom('holidays')
		.select(['day', 'name'])
		.where('workspace_id', '=', workspaceId)
		.orderBy('day')
		.limit(MOST_HOLIDAYS)
);

export async function replaceHolidays(
	scope: Scope,
	holidays: { day: string; name: string }[]
): Promise<void> {
	await scope.db.deleteFrom('holidays').where('workspace_id', '=', scope.workspaceId).execute();
	if (holidays.length === 0) return;
	await scope.db
		.insertInto('holidays')
		.values(holidays.map((holiday) => ({ workspace_id: scope.workspaceId, ...holiday })))
		.execute();
}

export const pausesOf = preparedQuery((db, workspaceId) =>
	db
		.selectFrom('pauses')
		.select(['id', 'from_day as from', 'until_day as until'])
		.where('workspace_id', '=', workspaceId)
		.orderBy('from_day')
		.limit(MOST_PAUSES)
);

export const { add: addPause, remove: removePause } = crud('pauses');

export function keysOf(scope: Scope) {
	return scope.db
		.selectFrom('keys')
		.select(['id', 'name', 'effects', 'made_at', 'last_used_at'])
		.where('workspace_id', '=', scope.workspaceId)
		.orderBy('made_at')
		.limit(keysShown)
		.execute();
}

export const { add: addKey, remove: removeKey } = crud('keys');

/** Passkeys of the user that owns the workspace. */
export async function passkeysOf(scope: Scope) {
	const { userId } = await workspaceOf(scope);
	return scope.db
		.selectFrom('auth_passkey')
		.select(['id', 'name', 'createdAt as madeAt'])
		.where('userId', '=', userId)
		.orderBy('createdAt')
		.execute();
}

/** Deletes rows of the user that owns the workspace. @returns number of deleted rows, 0 or 1 */
async function removeOfUser(
	scope: Scope,
	table: 'auth_passkey' | 'auth_session',
	id: string
): Promise<number> {
	const { userId } = await workspaceOf(scope);
	const gone = await scope.db
		.deleteFrom(table)
		.where('userId', '=', userId)
		.where('id', '=', id)
		.executeTakeFirst();
	return Number(gone.numDeletedRows);
}

export const removePasskey = (scope: Scope, id: string) => removeOfUser(scope, 'auth_passkey', id);
export const endSession = (scope: Scope, id: string) => removeOfUser(scope, 'auth_session', id);
