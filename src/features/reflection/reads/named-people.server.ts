import { textKey } from '#method/folding.ts';
import type { Scope } from '#server/scope.server.ts';
import { nameAndPlace } from '../rules/named-people.ts';
import type { NamedDetail } from '../schemas.ts';
import * as store from '../store.server.ts';

/** People the partner named, each with the people of that name in the address book. */
export async function toNamedPersonDetails(
	scope: Scope,
	rows: readonly store.NamedRow[]
): Promise<NamedDetail[]> {
	const keyOf = (row: store.NamedRow) => textKey(nameAndPlace(row.name).name);
	const unknown = rows.filter(({ personId }) => personId === null);
	const called = await store.peopleCalled(scope, [...new Set(unknown.map(keyOf))]);
	return rows.map((row) => ({
		...row,
		perhaps: row.personId
			? []
			: called
					.filter(({ nameKey }) => nameKey === keyOf(row))
					.map(({ id, name, place }) => ({ id, name, place }))
	}));
}
