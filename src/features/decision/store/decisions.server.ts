import { crud } from '#server/db/crud.ts';
import { preparedQuery } from '#server/db/prepared-query.ts';
import type { Scope } from '#server/scope.server.ts';
import { MOST_DECISIONS } from '../rules/limits.ts';
import { storedEvidence, outcome, rung } from '../schemas.ts';

const columns = [
	'd.id',
	'd.theme_id as themeId',
	'd.outcome',
	'd.reasons',
	'd.evidence_against as evidenceAgainst',
	'd.next_rung as nextRung',
	'd.spared',
	'd.spared_hours as sparedHours',
	'd.look_again_on as lookAgainOn',
	'd.decided_at as decidedAt'
] as const;

const standing = preparedQuery((db, workspaceId) =>
	db
		.selectFrom('decisions as d')
		.innerJoin('themes as t', (join) =>
			join.onRef('t.workspace_id', '=', 'd.workspace_id').onRef('t.id', '=', 'd.theme_id')
		)
		.select(columns)
		.select('t.title')
		.where('d.workspace_id', '=', workspaceId)
		.where('d.withdrawn_at', 'is', null)
		.orderBy('d.decided_at', 'desc')
		.orderBy('d.id', 'desc')
		.limit(MOST_DECISIONS)
);

/** Decisions not withdrawn, the latest first. */
export async function decisions(scope: Scope) {
	return (await standing(scope)).map((row) => ({
		...row,
		outcome: outcome.parse(row.outcome),
		nextRung: rung.nullable().parse(row.nextRung)
	}));
}
export type DecisionRow = Awaited<ReturnType<typeof decisions>>[number];

/** One decision with all its columns, withdrawn or not. */
export async function decisionOf(scope: Scope, id: string) {
	const row = await scope.db
		.selectFrom('decisions as d')
		.select(columns)
		.select(['d.evidence', 'd.withdrawn_at as withdrawnAt'])
		.where('d.workspace_id', '=', scope.workspaceId)
		.where('d.id', '=', id)
		.executeTakeFirst();
	if (!row) return undefined;
	return {
		...row,
		outcome: outcome.parse(row.outcome),
		evidence: storedEvidence.safeParse(JSON.parse(row.evidence)).data
	};
}
export type StoredDecision = NonNullable<Awaited<ReturnType<typeof decisionOf>>>;

export const { add: addDecision, change: changeDecision } = crud('decisions');
