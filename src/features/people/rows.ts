import { z } from 'zod';
import { jsonText, textUpTo, wholeNumber, type RowRules } from '#server/transfer/row-rules.ts';
import { longestRaw, longestUpload, mostRejected, mostLines } from './reading/limits.ts';
import { nameKeys, textKey } from '#method/folding.ts';
import { MOST_IMPORTS, MOST_ORGANIZATIONS, MOST_PEOPLE } from './rules/limits.ts';
import { storedHeader, storedMapping } from './schemas/imports.ts';
import { organizationKind } from './schemas/organizations.ts';
import { personFacts, personFields, reason } from './schemas/people.ts';

/** A folded name: one character can become eighteen in Unicode normalization form KC. */
const key = textUpTo(4000);
const count = wholeNumber(0, mostLines);
/** HMAC-SHA-256 in base64url */
const hash = z.string().regex(/^[\w-]{43}$/);

const bytes = z
	.instanceof(Uint8Array)
	.refine((file) => file.length <= longestUpload, { error: 'At most 10 MB.' });

/** Limits on the tables of this feature: rows, and the values of each column [D]. */
export const peopleRows: RowRules = {
	people: {
		most: MOST_PEOPLE,
		columns: {
			name: personFields.name,
			given_name: personFields.givenName,
			family_name: personFields.familyName,
			name_key: key,
			family_key: key,
			...personFacts,
			source: z.enum(['hand', 'linkedin']),
			do_not_contact_because: reason
		},
		derived: (row) => {
			const [given, family, name] = [row.given_name, row.family_name, row.name].map(String);
			const keys = nameKeys({ given: given ?? '', family: family ?? '', name: name ?? '' });
			return { name_key: keys.nameKey, family_key: keys.familyKey };
		}
	},
	organizations: {
		most: MOST_ORGANIZATIONS,
		columns: {
			name: z.string().trim().min(1).max(200),
			name_key: key,
			kind: organizationKind
		},
		derived: ({ name }) => ({ name_key: textKey(String(name)) })
	},
	imports: {
		most: MOST_IMPORTS,
		columns: {
			file_name: z.string().trim().min(1).max(255),
			source: z.literal('linkedin'),
			row_count: count,
			read_count: count,
			new_count: count,
			known_count: count,
			suppressed_count: count,
			unreadable_count: count,
			header: jsonText(storedHeader, 200_000),
			mapping: jsonText(storedMapping),
			failure: textUpTo(1000),
			file_hash: z.string().regex(/^[0-9a-f]{64}$/)
		}
	},
	rejected_rows: {
		most: MOST_IMPORTS * mostRejected,
		mostEach: { import_id: mostRejected },
		columns: { line: wholeNumber(0, mostLines), raw: textUpTo(longestRaw), reason: textUpTo(500) }
	},
	// One import waits at a time; files of discarded ones may not be deleted yet.
	import_files: { most: 4, columns: { bytes } },
	suppressions: {
		most: 200_000,
		columns: {
			hash,
			because: z.enum(['forgotten', 'do-not-contact']),
			keyed_by: z.enum(['workspace', 'instance'])
		}
	}
};
