import { personFacts } from '../shapes/people.ts';
import type { ImportRow } from '../store/imports.server.ts';
import type { PersonRow } from '../store/people.server.ts';

/** A person's row as the operations show it. */
export function personInWords(
	row: PersonRow,
	file: ImportRow | undefined,
	goes: { interviews: number; messages: number; introductions: number }
) {
	const facts = Object.keys(personFacts) as (keyof typeof personFacts)[];
	return {
		id: row.id,
		name: row.name,
		givenName: row.given_name,
		familyName: row.family_name,
		...(Object.fromEntries(facts.map((fact) => [fact, row[fact]])) as Pick<
			PersonRow,
			keyof typeof personFacts
		>),
		connectedOn: row.connected_on,
		doNotContactAt: row.do_not_contact_at,
		doNotContactBecause: row.do_not_contact_because,
		addedAt: row.added_at,
		changedAt: row.changed_at,
		from: { source: row.source, importId: row.import_id, fileName: file?.file_name ?? null },
		goes
	};
}
