import { crud } from '#server/db/crud.ts';
import { preparedQuery } from '#server/db/prepared-query.ts';
import { CRITERIA_READ } from '../rules/criteria.ts';

/** The criteria in their order. */
export const criteria = preparedQuery((db, workspaceId) =>
	db
		.selectFrom('criteria')
		.select(['id', 'text', 'rank', 'added_at as addedAt', 'deal_breaker_at as dealBreakerAt'])
		.where('workspace_id', '=', workspaceId)
		.orderBy('rank')
		.limit(CRITERIA_READ)
);

export const {
	add: addCriterion,
	change: changeCriterion,
	remove: removeCriterion
} = crud('criteria');
