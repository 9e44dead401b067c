import { preparedQuery } from '#server/db/prepared-query.ts';
import type { Scope } from '#server/scope.server.ts';
import { MOST_INTERVIEWS } from '../rules/limits.ts';

const waiting = preparedQuery((db, workspaceId) =>
	db
		.selectFrom('interviews')
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.where('workspace_id', '=', workspaceId)
		.where('asked_at', 'is not', null)
		.where('answered_at', 'is', null)
		.where('agreed_at', 'is', null)
		.where('held_at', 'is', null)
		.where('thanked_at', 'is', null)
		.where('closed_at', 'is', null)
);

/** Number of requests without an answer (method 3: at most five). */
export async function countWaiting(scope: Scope): Promise<number> {
	const [row] = await waiting(scope);
	return row?.count ?? 0;
}

const finished = preparedQuery((db, workspaceId) =>
	db
		.selectFrom('interviews')
		.select((eb) => [
			eb.fn.count<number>('held_at').as('held'),
			eb.fn.count<number>('closed_at').as('closed'),
			eb.fn.count<number>('thanked_at').filterWhere('closed_at', 'is', null).as('thanked')
		])
		.where('workspace_id', '=', workspaceId)
);

/** Numbers of talks held, closed interviews, and thanked ones that are not closed. */
export async function countFinished(scope: Scope) {
	const [row] = await finished(scope);
	return row ?? { held: 0, closed: 0, thanked: 0 };
}

/** Instants of requests and talks since an instant. */
export const askedAndHeldSince = preparedQuery((db, workspaceId, since: string) =>
	db
		.selectFrom('interviews')
		.select(['asked_at as askedAt', 'held_at as heldAt'])
		.where('workspace_id', '=', workspaceId)
		.where((eb) => eb.or([eb('asked_at', '>=', since), eb('held_at', '>=', since)]))
		.orderBy('wished_at', 'desc')
		.limit(MOST_INTERVIEWS)
);
