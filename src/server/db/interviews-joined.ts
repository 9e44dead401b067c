import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/**
 * Interviews as `i`, each joined with its partner as `p` and, where there is one, its meeting that
 * was not cancelled as `m`; used by the stores of several features.
 */
export function interviewsJoined(db: Kysely<Tables>) {
	return db
		.selectFrom('interviews as i')
		.innerJoin('people as p', (join) =>
			join.onRef('p.workspace_id', '=', 'i.workspace_id').onRef('p.id', '=', 'i.person_id')
		)
		.leftJoin('meetings as m', (join) =>
			join
				.onRef('m.workspace_id', '=', 'i.workspace_id')
				.onRef('m.interview_id', '=', 'i.id')
				.on('m.cancelled_at', 'is', null)
		);
}
