import { readPage, type PageRequest, type Order } from '#server/paging.ts';
import type { Scope } from '#server/scope.server.ts';
import type { Channel } from '#method/channels.ts';
import type { Stage } from '#method/stage.ts';
import { asInterview, interviewColumns } from './interviews.server.ts';
import { named } from './threads.server.ts';

/** Filters of the list of interviews. */
export interface Wanted {
	stage?: Stage | undefined;
	themeId?: string | undefined;
	channel?: Channel | undefined;
	personId?: string | undefined;
}

/** Date column of each stage, the last stage first: `stageOf` takes the first that is set. */
const dates = [
	['closed', 'i.closed_at'],
	['thanked', 'i.thanked_at'],
	['talked', 'i.held_at'],
	['agreed', 'i.agreed_at'],
	['asked', 'i.asked_at']
] as const;

const newestWish: Order<{ wishedAt: string; id: string }> = {
	list: 'interviews',
	direction: 'desc',
	by: ['i.wished_at', 'i.id'],
	positionOf: ({ wishedAt, id }) => [wishedAt, id]
};

function all(scope: Scope) {
	return named(scope)
		.select(interviewColumns)
		.select(['p.name as personName', 't.title as themeTitle', 't.seat as themeSeat']);
}

function inStage(query: ReturnType<typeof all>, stage: Stage) {
	for (const [of, column] of dates) {
		if (of === stage) return query.where(column, 'is not', null);
		query = query.where(column, 'is', null);
	}
	return query;
}

/** A page of interviews, the newest wish first. */
export async function findInterviews(
	scope: Scope,
	{ stage, themeId, channel, personId }: Wanted,
	asked: PageRequest
) {
	let query = all(scope);
	if (stage) query = inStage(query, stage);
	if (themeId) query = query.where('i.theme_id', '=', themeId);
	if (channel) query = query.where('i.channel', '=', channel);
	if (personId) query = query.where('i.person_id', '=', personId);
	const page = await readPage(query, newestWish, asked);
	return { rows: page.rows.map(asInterview), nextCursor: page.nextCursor };
}
export type FoundInterview = Awaited<ReturnType<typeof findInterviews>>['rows'][number];
