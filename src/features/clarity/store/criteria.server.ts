import type { Scope } from '#server/scope.server.ts';
import { CRITERIA_READ } from '../rules/criteria.ts';

export interface CriterionRow {
	id: string;
	text: string;
	rank: number;
	dealBreakerAt: string | null;
}

/** The criteria in their order. */
export function criteria(scope: Scope): Promise<CriterionRow[]> {
	return scope.db
		.selectFrom('criteria')
		.select(['id', 'text', 'rank', 'deal_breaker_at as dealBreakerAt'])
		.where('workspace_id', '=', scope.workspaceId)
		.orderBy('rank')
		.limit(CRITERIA_READ)
		.execute();
}

export async function addCriterion(
	scope: Scope,
	criterion: CriterionRow & { addedAt: string }
): Promise<void> {
	await scope.db
		.insertInto('criteria')
		.values({
			workspace_id: scope.workspaceId,
			id: criterion.id,
			text: criterion.text,
			rank: criterion.rank,
			deal_breaker_at: criterion.dealBreakerAt,
			added_at: criterion.addedAt
		})
		.execute();
}

export async function changeCriterion(
	scope: Scope,
	id: string,
	changes: { text?: string; rank?: number; deal_breaker_at?: string | null }
): Promise<void> {
	await scope.db
		.updateTable('criteria')
		.set(changes)
		.where('workspace_id', '=', scope.workspaceId)
		.where('id', '=', id)
		.execute();
}

export async function removeCriterion(scope: Scope, id: string): Promise<void> {
	await scope.db
		.deleteFrom('criteria')
		.where('workspace_id', '=', scope.workspaceId)
		.where('id', '=', id)
		.execute();
}
