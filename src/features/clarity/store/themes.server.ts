import { crud } from '#server/db/crud.ts';
import { preparedQuery } from '#server/db/prepared-query.ts';
import type { Row } from '#server/db/tables.ts';
import type { Scope } from '#server/scope.server.ts';
import { MOST_THEMES } from '../rules/seats.ts';

export type ThemeRow = Row<'themes'>;
export type ThemeChanges = Partial<Omit<ThemeRow, 'workspace_id' | 'id' | 'opened_at'>>;

/** All themes of the workspace, ended ones included; seats are assigned among all of them. */
export function allThemes(scope: Scope): Promise<ThemeRow[]> {
	return scope.db
		.selectFrom('themes')
		.selectAll()
		.where('workspace_id', '=', scope.workspaceId)
		.orderBy('opened_at')
		.execute();
}

const active = preparedQuery((db, workspaceId) =>
	db
		.selectFrom('themes')
		.selectAll()
		.where('workspace_id', '=', workspaceId)
		.where('let_go_at', 'is', null)
		.where('chosen_at', 'is', null)
		.orderBy((eb) => eb.case().when('seat', 'is not', null).then(0).else(1).end())
		.orderBy('parked_at', 'desc')
		.orderBy('opened_at')
		.limit(MOST_THEMES)
);

/** Themes that have not ended: open ones by seat, then parked ones. */
export async function activeThemes(scope: Scope): Promise<ThemeRow[]> {
	const rows = await active(scope);
	// Where nulls sort differs between the engines, so the few rows are ordered here.
	const last = Number.MAX_SAFE_INTEGER;
	return rows.toSorted((one, other) => (one.seat ?? last) - (other.seat ?? last));
}

/** Themes with one kind of ending, the latest first. */
function ended({ db, workspaceId }: Scope, by: 'let_go_at' | 'chosen_at', most: number) {
	return db
		.selectFrom('themes')
		.select(['id', 'title'])
		.where('workspace_id', '=', workspaceId)
		.where(by, 'is not', null)
		.orderBy(by, 'desc')
		.limit(most);
}

export function letGoThemes(scope: Scope, most: number) {
	const themes = ended(scope, 'let_go_at', most).select('let_go_at as letGoAt');
	return themes.$narrowType<{ letGoAt: string }>().execute();
}

export function chosenThemes(scope: Scope, most: number) {
	const themes = ended(scope, 'chosen_at', most).select('chosen_at as chosenAt');
	return themes.$narrowType<{ chosenAt: string }>().execute();
}

/** Open themes with their descriptions, by seat. */
export function seatedThemes(scope: Scope) {
	return scope.db
		.selectFrom('themes')
		.select(['id', 'title', 'activity', 'setting', 'pull', 'titles', 'seat'])
		.where('workspace_id', '=', scope.workspaceId)
		.where('seat', 'is not', null)
		.$narrowType<{ seat: number }>()
		.orderBy('seat')
		.limit(MOST_THEMES)
		.execute();
}

export const { find: findTheme, add: addTheme, change: changeTheme } = crud('themes');
