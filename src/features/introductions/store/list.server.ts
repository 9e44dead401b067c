import { sql, type SelectQueryBuilder } from 'kysely';
import { preparedQuery } from '#server/db/prepared-query.ts';
import {
	cut,
	inOrder,
	isWhole,
	readPage,
	type Asked,
	type Order,
	type Page
} from '#server/paging.ts';
import type { Scope } from '#server/scope.server.ts';

/**
 * A list of one theme or all: its beginning, as a page of the explorer shows it, or a page that a
 * program asked for. The beginning is a remembered statement, since pages read it most.
 * @param rows the whole list in no order
 * @param of how many a page shows, the column of the theme, and the order
 */
export function listByTheme<DB, Table extends keyof DB, Row>(
	rows: (db: Scope['db'], workspaceId: string) => SelectQueryBuilder<DB, Table, Row>,
	of: { shown: number; theme: string; order: Order<NoInfer<Row>> }
) {
	const beginning = preparedQuery((db, workspaceId) =>
		inOrder(rows(db, workspaceId), of.order).limit(of.shown + 1)
	);
	return async (
		scope: Scope,
		themeId: string | undefined,
		{ limit, cursor }: Asked
	): Promise<Page<Row>> => {
		if (!themeId && isWhole({ limit, cursor })) {
			return cut(await beginning(scope), of.shown, of.order);
		}
		const all = rows(scope.db, scope.workspaceId);
		const query = themeId ? all.where(sql.ref(of.theme), '=', themeId) : all;
		return readPage(query, of.order, { limit: limit ?? of.shown, cursor });
	};
}
