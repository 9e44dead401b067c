import type { Kysely } from 'kysely';
import { remembered } from '#server/db/remembered.ts';
import { schemaAt } from '#server/leaving/schema.ts';
import type { Held } from './rules/holding.ts';

type AnyTables = Record<string, { workspace_id: string }>;

/** How many rows the workspace holds, table by table, those without any included. */
export const heldRows = remembered<Held, []>((db, workspaceId) => {
	const [first, ...others] = schemaAt().tables.map(({ name }) =>
		// The names come from the schema, which no type of ours knows.
		(db as unknown as Kysely<AnyTables>)
			.selectFrom(name)
			.select((is) => [is.val(name).as('table'), is.fn.countAll<number>().as('rows')])
			.where('workspace_id', '=', workspaceId)
	);
	if (!first) throw new Error('There is no table.');
	return others.reduce((all, one) => all.unionAll(one), first);
});
