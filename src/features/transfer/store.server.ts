import { anyTable } from '#server/db/any-table.ts';
import { preparedQuery } from '#server/db/prepared-query.ts';
import { schemaAt } from '#server/transfer/schema.ts';
import type { Held } from './rules/holding.ts';

/** Number of rows of each table of the workspace, empty ones included. */
export const rowCounts = preparedQuery<Held, []>((db, workspaceId) => {
	const [first, ...others] = schemaAt().tables.map(({ name }) =>
		anyTable<string>({ db })
			.selectFrom(name)
			.select((eb) => [eb.val(name).as('table'), eb.fn.countAll<number>().as('rows')])
			.where('workspace_id', '=', workspaceId)
	);
	if (!first) throw new Error('There is no table.');
	return others.reduce((all, one) => all.unionAll(one), first);
});
