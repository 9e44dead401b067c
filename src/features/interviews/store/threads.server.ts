import type { NotNull } from 'kysely';
import { preparedQuery } from '#server/db/prepared-query.ts';
import { beyond } from '#server/paging.ts';
import type { Scope } from '#server/scope.server.ts';
import { MOST_INTERVIEWS } from '../rules/limits.ts';
import type { Stage } from '#method/stage.ts';
import { closingReason } from '../schemas.ts';
import { asInterview, interviewColumns, openColumns } from './interviews.server.ts';

/** Interviews with names; staged people have none yet. */
export function named({ db, workspaceId }: Pick<Scope, 'db' | 'workspaceId'>) {
	return db
		.selectFrom('interviews as i')
		.innerJoin('people as p', (join) =>
			join.onRef('p.workspace_id', '=', 'i.workspace_id').onRef('p.id', '=', 'i.person_id')
		)
		.innerJoin('themes as t', (join) =>
			join.onRef('t.workspace_id', '=', 'i.workspace_id').onRef('t.id', '=', 'i.theme_id')
		)
		.where('i.workspace_id', '=', workspaceId);
}

/** Columns for board and Today, which read all rows at once. */
const rowColumns = [
	...openColumns,
	'p.name as personName',
	'p.place',
	'p.do_not_contact_at as doNotContactAt',
	't.title as themeTitle',
	't.seat as themeSeat'
] as const;

/** Joins the agreed time that was not cancelled, and a talk that has not ended. */
function namedWithTalk(scope: Pick<Scope, 'db' | 'workspaceId'>) {
	return named(scope)
		.leftJoin('meetings as m', (join) =>
			join
				.onRef('m.workspace_id', '=', 'i.workspace_id')
				.onRef('m.interview_id', '=', 'i.id')
				.on('m.cancelled_at', 'is', null)
		)
		.leftJoin('talks as w', (join) =>
			join
				.onRef('w.workspace_id', '=', 'i.workspace_id')
				.onRef('w.interview_id', '=', 'i.id')
				.on('w.ended_at', 'is', null)
		)
		.select(rowColumns)
		.select([
			'p.position',
			'p.company',
			'm.starts_at as startsAt',
			'm.minutes',
			'm.medium',
			'm.partner_zone as partnerZone',
			'm.place as meetingPlace',
			'w.started_at as underWaySince',
			'w.agreed_minutes as underWayMinutes',
			'w.extra_minutes as underWayExtra'
		]);
}

const open = preparedQuery((db, workspaceId) =>
	namedWithTalk({ db, workspaceId })
		.select((eb) => {
			const sources = eb
				.selectFrom('sources as s')
				.select((count) => count.fn.countAll<number>().as('count'))
				.where('s.workspace_id', '=', workspaceId)
				.whereRef('s.interview_id', '=', 'i.id');
			return [
				eb
					.selectFrom('goals as g')
					.select((count) => count.fn.countAll<number>().as('count'))
					.where('g.workspace_id', '=', workspaceId)
					.whereRef('g.interview_id', '=', 'i.id')
					.as('goals'),
				sources.as('sources'),
				sources.where('s.answers', '<>', '').as('answeringSources')
			];
		})
		.$narrowType<Record<'goals' | 'sources' | 'answeringSources', NotNull>>()
		.where('i.thanked_at', 'is', null)
		.where('i.closed_at', 'is', null)
		.orderBy('i.wished_at', 'desc')
		.limit(MOST_INTERVIEWS)
);

/** Interviews neither thanked nor closed, with the progress of their research. */
export async function openThreads(scope: Scope) {
	const rows = await open(scope);
	return rows.map((row) => ({ ...row, thankedAt: null, closedAt: null }));
}
export type OpenThread = Awaited<ReturnType<typeof openThreads>>[number];

type Finished = Extract<Stage, 'thanked' | 'closed'>;
const dateOf = { thanked: 'i.thanked_at', closed: 'i.closed_at' } as const;

function newestFinished(of: Pick<Scope, 'db' | 'workspaceId'>, stage: Finished, limit: number) {
	const column = dateOf[stage];
	const query = named(of)
		.select([
			...rowColumns,
			'i.thanked_at as thankedAt',
			'i.told_at as toldAt',
			'i.closed_at as closedAt',
			'i.closed_because as closedBecause'
		])
		.where(column, 'is not', null)
		.orderBy(column, 'desc')
		.orderBy('i.id', 'desc')
		.limit(limit);
	return stage === 'thanked' ? query.where('i.closed_at', 'is', null) : query;
}

/** Most cards of a column on the overview. */
export const IN_COLUMN = 12;

const thankedColumn = preparedQuery((db, workspaceId) =>
	newestFinished({ db, workspaceId }, 'thanked', IN_COLUMN)
);

type FinishedRow = Awaited<ReturnType<typeof thankedColumn>>[number];

function asFinished(rows: readonly FinishedRow[]) {
	return rows.map(({ closedBecause, ...row }) => ({
		...row,
		closedBecause: closedBecause === null ? null : closingReason.parse(closedBecause),
		goals: 0,
		sources: 0,
		answeringSources: 0
	}));
}

/** The newest thanked interviews, for the overview. */
export async function newestThanked(scope: Scope) {
	return asFinished(await thankedColumn(scope));
}

/** Thanked or closed interviews, the newest first: `limit` of them after an instant and id. */
export async function finishedThreads(
	scope: Scope,
	stage: Finished,
	limit: number,
	after?: { at: string; id: string }
) {
	const query = newestFinished(scope, stage, limit);
	if (!after) return asFinished(await query.execute());
	const column = dateOf[stage];
	const rest = query.where(beyond([column, 'i.id'], 'desc', [after.at, after.id]));
	return asFinished(await rest.execute());
}

const oneNamed = preparedQuery((db, workspaceId, id: string) =>
	namedWithTalk({ db, workspaceId })
		.leftJoin('people as c', (join) =>
			join.onRef('c.workspace_id', '=', 'i.workspace_id').onRef('c.id', '=', 'i.connector_id')
		)
		.leftJoin('organizations as o', (join) =>
			join.onRef('o.workspace_id', '=', 'i.workspace_id').onRef('o.id', '=', 'i.organization_id')
		)
		.select(interviewColumns)
		.select([
			'p.given_name as givenName',
			'p.email',
			'p.profile',
			'p.zone as personZone',
			'c.name as connectorName',
			'c.given_name as connectorGivenName',
			'o.name as organizationName'
		])
		.where('i.id', '=', id)
);

/** One interview with the names for its pages. */
export async function threadNamed(scope: Scope, id: string) {
	const [row] = await oneNamed(scope, id);
	return row && asInterview(row);
}
export type NamedThread = NonNullable<Awaited<ReturnType<typeof threadNamed>>>;

/** Most other interviews of a theme listed beside an interview. */
const OTHERS_SHOWN = 6;

/** Other open interviews of a theme, the newest wish first. */
export const othersOfTheme = preparedQuery((db, workspaceId, themeId: string, except: string) =>
	named({ db, workspaceId })
		.select(rowColumns)
		.select(['i.thanked_at as thankedAt', 'i.closed_at as closedAt'])
		.where('i.theme_id', '=', themeId)
		.where('i.id', '<>', except)
		.where('i.closed_at', 'is', null)
		.orderBy('i.wished_at', 'desc')
		.limit(OTHERS_SHOWN)
);
