import { crud } from '#server/db/crud.ts';
import { preparedQuery } from '#server/db/prepared-query.ts';
import { readPage, type PageRequest, type Order } from '#server/paging.ts';
import type { Scope } from '#server/scope.server.ts';
import { MOST_INSIGHTS_EACH } from '../rules/limits.ts';
import type { Aspect, Stance } from '../rules/labels.ts';
import { aspect, stance, strength } from '../schemas.ts';

export const { add: addInsight, change: changeInsight, remove: removeInsight } = crud('insights');

/** Most insights of other talks that are compared [D]. */
const MOST_COMPARED = 2000;

function insights({ db, workspaceId }: Pick<Scope, 'db' | 'workspaceId'>) {
	return db
		.selectFrom('insights as s')
		.select([
			's.id',
			's.interview_id as interviewId',
			's.theme_id as themeId',
			's.text',
			's.words',
			's.aspect',
			's.criterion_id as criterionId',
			's.stance',
			's.strength',
			's.heard_before_at as heardBeforeAt',
			's.learned_at as learnedAt',
			's.changed_at as changedAt'
		])
		.where('s.workspace_id', '=', workspaceId);
}

/** Parses aspect, stance and strength of a row, texts and numbers in the database. */
function asInsight<Read extends { aspect: string; stance: string; strength: number }>(row: Read) {
	return {
		...row,
		aspect: aspect.parse(row.aspect),
		stance: stance.parse(row.stance),
		strength: strength.parse(row.strength)
	};
}

const ofInterview = preparedQuery((db, workspaceId, interviewId: string) =>
	insights({ db, workspaceId })
		.leftJoin('criteria as c', (join) =>
			join.onRef('c.workspace_id', '=', 's.workspace_id').onRef('c.id', '=', 's.criterion_id')
		)
		.select('c.text as criterionText')
		.where('s.interview_id', '=', interviewId)
		.orderBy('s.learned_at')
		.orderBy('s.id')
		.limit(MOST_INSIGHTS_EACH)
);

/** Insights of one talk in the order they were added; a deleted criterion is null. */
export async function insightsOf(scope: Scope, interviewId: string) {
	return (await ofInterview(scope, interviewId)).map(asInsight);
}
export type ListedInsightRow = Awaited<ReturnType<typeof insightsOf>>[number];

/** Insights of other talks, earlier or later, about the same themes, with partner's name. */
export const insightsOfOtherTalks = preparedQuery((db, workspaceId, interviewId: string) =>
	db
		.selectFrom('insights as s')
		.innerJoin('interviews as i', (join) =>
			join.onRef('i.workspace_id', '=', 's.workspace_id').onRef('i.id', '=', 's.interview_id')
		)
		.innerJoin('people as p', (join) =>
			join.onRef('p.workspace_id', '=', 'i.workspace_id').onRef('p.id', '=', 'i.person_id')
		)
		.select([
			's.theme_id as themeId',
			's.aspect',
			's.text',
			's.words',
			'i.held_at as heldAt',
			'p.name as personName'
		])
		.where('s.workspace_id', '=', workspaceId)
		.where('s.interview_id', '<>', interviewId)
		.where('s.theme_id', 'in', (eb) =>
			eb
				.selectFrom('insights as mine')
				.select('mine.theme_id')
				.where('mine.workspace_id', '=', workspaceId)
				.where('mine.interview_id', '=', interviewId)
		)
		.orderBy('s.learned_at')
		.orderBy('s.id')
		.limit(MOST_COMPARED)
);

export async function insightOf(scope: Scope, id: string) {
	const row = await insights(scope).where('s.id', '=', id).executeTakeFirst();
	return row && asInsight(row);
}
export type InsightRow = NonNullable<Awaited<ReturnType<typeof insightOf>>>;

const newestFirst: Order<{ learnedAt: string; id: string }> = {
	list: 'insights',
	direction: 'desc',
	by: ['s.learned_at', 's.id'],
	positionOf: ({ learnedAt, id }) => [learnedAt, id]
};

/** Filters of the list of insights. */
export interface WantedInsights {
	themeId?: string | undefined;
	interviewId?: string | undefined;
	criterionId?: string | undefined;
	aspect?: Aspect | undefined;
	stance?: Stance | undefined;
}

/** A page of insights, the newest first. */
export async function pageOfInsights(scope: Scope, wanted: WantedInsights, asked: PageRequest) {
	let query = insights(scope);
	if (wanted.themeId) query = query.where('s.theme_id', '=', wanted.themeId);
	if (wanted.interviewId) query = query.where('s.interview_id', '=', wanted.interviewId);
	if (wanted.criterionId) query = query.where('s.criterion_id', '=', wanted.criterionId);
	if (wanted.aspect) query = query.where('s.aspect', '=', wanted.aspect);
	if (wanted.stance) query = query.where('s.stance', '=', wanted.stance);
	const page = await readPage(query, newestFirst, asked);
	return { rows: page.rows.map(asInsight), nextCursor: page.nextCursor };
}
