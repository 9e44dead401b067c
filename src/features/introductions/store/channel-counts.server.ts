import { preparedQuery } from '#server/db/prepared-query.ts';
import type { Scope } from '#server/scope.server.ts';

/** Most partners in the chart of connectors; the remaining ones are only counted. */
const mostPartners = 60;

/** Interviews asked, agreed and held in each channel, and requests still open. */
export const channelCounts = preparedQuery((db, workspaceId) =>
	db
		.selectFrom('interviews')
		.select((eb) => {
			const reached = eb.or([
				eb('asked_at', 'is not', null),
				eb('agreed_at', 'is not', null),
				eb('held_at', 'is not', null)
			]);
			const agreed = eb.or([eb('agreed_at', 'is not', null), eb('held_at', 'is not', null)]);
			const count = () => eb.fn.countAll<number>();
			return [
				'channel',
				count().filterWhere(reached).as('asked'),
				count().filterWhere(agreed).as('agreed'),
				eb.fn.count<number>('held_at').as('held'),
				count()
					.filterWhere('asked_at', 'is not', null)
					.filterWhere('agreed_at', 'is', null)
					.filterWhere('held_at', 'is', null)
					.filterWhere('closed_at', 'is', null)
					.as('open')
			];
		})
		.where('workspace_id', '=', workspaceId)
		.groupBy('channel')
);

const newestConfidence = preparedQuery((db, workspaceId) =>
	db
		.selectFrom('readiness_answers')
		.select('confidence')
		.where('workspace_id', '=', workspaceId)
		.orderBy('answered_at', 'desc')
		.limit(1)
);

/** The explorer's self-rated confidence to contact a stranger, 1 to 5; undefined without an answer. */
export async function confidenceOf(scope: Scope): Promise<number | undefined> {
	const [row] = await newestConfidence(scope);
	return row?.confidence;
}

/** Interviews that came through a connector, most recently added first. */
export const partnersThrough = preparedQuery((db, workspaceId) =>
	db
		.selectFrom('interviews as i')
		.innerJoin('people as c', (join) =>
			join.onRef('c.workspace_id', '=', 'i.workspace_id').onRef('c.id', '=', 'i.connector_id')
		)
		.innerJoin('people as p', (join) =>
			join.onRef('p.workspace_id', '=', 'i.workspace_id').onRef('p.id', '=', 'i.person_id')
		)
		.innerJoin('themes as t', (join) =>
			join.onRef('t.workspace_id', '=', 'i.workspace_id').onRef('t.id', '=', 'i.theme_id')
		)
		.select([
			'i.id',
			'i.agreed_at as agreedAt',
			'i.held_at as heldAt',
			'i.closed_at as closedAt',
			'p.name',
			'c.id as connectorId',
			'c.name as connectorName',
			't.title as themeTitle',
			't.seat as themeSeat'
		])
		.where('i.workspace_id', '=', workspaceId)
		.where('i.connector_id', 'is not', null)
		.orderBy('i.wished_at', 'desc')
		.limit(mostPartners)
);

const through = preparedQuery((db, workspaceId) =>
	db
		.selectFrom('interviews')
		.select((eb) => [
			eb.fn.count<number>('connector_id').as('partners'),
			eb.fn.count<number>('connector_id').distinct().as('connectors')
		])
		.where('workspace_id', '=', workspaceId)
);

/** Number of interviews that came through a connector, and number of these connectors. */
export async function countThrough(scope: Scope) {
	const [row] = await through(scope);
	return { partners: row?.partners ?? 0, connectors: row?.connectors ?? 0 };
}

const waiting = preparedQuery((db, workspaceId) =>
	db.selectNoFrom((eb) => [
		eb
			.selectFrom('schools')
			.select((of) => of.fn.countAll<number>().as('count'))
			.where('workspace_id', '=', workspaceId)
			.where('connected_at', 'is', null)
			.where('declined_at', 'is', null)
			.as('schools'),
		eb
			.selectFrom('association_events')
			.select((of) => of.fn.countAll<number>().as('count'))
			.where('workspace_id', '=', workspaceId)
			.where('attended_at', 'is', null)
			.where('called_off_at', 'is', null)
			.as('events')
	])
);

/** Number of schools not connected and of events not attended yet, for the tabs. */
export async function openCounts(scope: Scope) {
	const [row] = await waiting(scope);
	return { schools: row?.schools ?? 0, events: row?.events ?? 0 };
}

/** Tables that hold the preparation of an interview before its request is sent. */
const work = [
	'goals',
	'sources',
	'messages',
	'questions',
	'prepared_answers',
	'briefs',
	'brief_strengths'
] as const;

/** Whether a planned interview has been worked on: a goal, a source, a message, a script. */
export async function isWorkedOn(scope: Scope, interviewId: string): Promise<boolean> {
	for (const table of work) {
		const found = await scope.db
			.selectFrom(table)
			.select('interview_id')
			.where('workspace_id', '=', scope.workspaceId)
			.where('interview_id', '=', interviewId)
			.limit(1)
			.executeTakeFirst();
		if (found) return true;
	}
	return false;
}
