import { sql, type SelectQueryBuilder } from 'kysely';
import { preparedQuery } from '#server/db/prepared-query.ts';
import {
	cut,
	inOrder,
	isWhole,
	readPage,
	type PageRequest,
	type Order,
	type Page
} from '#server/paging.ts';
import type { Scope } from '#server/scope.server.ts';

/**
 * Makes the function that lists rows of one theme or all: the first page of the default size, or a
 * requested page. The first page is a prepared query, since the web pages read it most.
 * @param rows query of all rows, unordered
 * @param of default page size, column of the theme, and order
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
		{ limit, cursor }: PageRequest
	): Promise<Page<Row>> => {
		if (!themeId && isWhole({ limit, cursor })) {
			return cut(await beginning(scope), of.shown, of.order);
		}
		const all = rows(scope.db, scope.workspaceId);
		const query = themeId ? all.where(sql.ref(of.theme), '=', themeId) : all;
		return readPage(query, of.order, { limit: limit ?? of.shown, cursor });
	};
}
