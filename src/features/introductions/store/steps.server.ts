import { preparedQuery } from '#server/db/prepared-query.ts';

/** Agreed introductions without an interview, oldest agreement first. */
export const introductionsToWrite = preparedQuery((db, workspaceId) =>
	db
		.selectFrom('introductions as n')
		.innerJoin('people as c', (join) =>
			join.onRef('c.workspace_id', '=', 'n.workspace_id').onRef('c.id', '=', 'n.connector_id')
		)
		.leftJoin('interviews as i', (join) =>
			join.onRef('i.workspace_id', '=', 'n.workspace_id').onRef('i.id', '=', 'n.interview_id')
		)
		.select(['n.id', 'n.name', 'c.name as connectorName', 'n.agreed_at as agreedAt'])
		.where('n.workspace_id', '=', workspaceId)
		.where('n.agreed_at', 'is not', null)
		.where('n.lapsed_at', 'is', null)
		.where('i.id', 'is', null)
		.orderBy('n.agreed_at')
		.limit(20)
);

/** Events attended whose people are not all followed up, the latest event first. */
export const followUpsLeft = preparedQuery((db, workspaceId) =>
	db
		.selectFrom('association_events as g')
		.innerJoin('met_people as m', (join) =>
			join.onRef('m.workspace_id', '=', 'g.workspace_id').onRef('m.event_id', '=', 'g.id')
		)
		.select((eb) => [
			'g.id as eventId',
			'g.title',
			'g.on_day as onDay',
			eb.fn
				.countAll<number>()
				.filterWhere('m.followed_up_at', 'is', null)
				.filterWhere('m.follow_up_skipped_at', 'is', null)
				.as('left'),
			eb.fn.countAll<number>().as('of')
		])
		.where('g.workspace_id', '=', workspaceId)
		.groupBy(['g.id', 'g.title', 'g.on_day'])
		.orderBy('g.on_day', 'desc')
		.limit(40)
);

/** Events from a date on that neither took place nor were called off. */
export const eventsFrom = preparedQuery((db, workspaceId, day: string) =>
	db
		.selectFrom('association_events')
		.select(['id', 'title', 'on_day as onDay'])
		.where('workspace_id', '=', workspaceId)
		.where('on_day', '>=', day)
		.where('attended_at', 'is', null)
		.where('called_off_at', 'is', null)
		.orderBy('on_day')
		.limit(20)
);

/** Schools not asked yet, in the order in which they were added. */
export const schoolsUnasked = preparedQuery((db, workspaceId) =>
	db
		.selectFrom('schools as s')
		.innerJoin('organizations as o', (join) =>
			join.onRef('o.workspace_id', '=', 's.workspace_id').onRef('o.id', '=', 's.organization_id')
		)
		.select(['s.id', 'o.name'])
		.where('s.workspace_id', '=', workspaceId)
		.where('s.asked_at', 'is', null)
		.where('s.declined_at', 'is', null)
		.orderBy('s.added_at')
		.limit(20)
);
