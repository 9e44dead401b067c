import { crud } from '#server/db/crud.ts';
import type { Scope } from '#server/scope.server.ts';
import { CRITERIA_READ } from '../rules/criteria.ts';

/** The criteria in their order. */
export function criteria(scope: Scope) {
	return scope.db
		.selectFrom('criteria')
		.select(['id', 'text', 'rank', 'added_at as addedAt', 'deal_breaker_at as dealBreakerAt'])
		.where('workspace_id', '=', scope.workspaceId)
		.orderBy('rank')
		.limit(CRITERIA_READ)
		.execute();
}

export const {
	add: addCriterion,
	change: changeCriterion,
	remove: removeCriterion
} = crud('criteria');
