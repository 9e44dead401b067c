import type { NotNull } from 'kysely';
import { interviewsJoined } from '#server/db/interviews-joined.ts';
import { preparedQuery } from '#server/db/prepared-query.ts';
import type { Scope } from '#server/scope.server.ts';
import { medium } from '../schemas.ts';

/** Data of a brief: the interview, its length, and what was written for it. */
const interviewContext = preparedQuery((db, workspaceId, interviewId: string) =>
	interviewsJoined(db)
		.innerJoin('themes as t', (join) =>
			join.onRef('t.workspace_id', '=', 'i.workspace_id').onRef('t.id', '=', 'i.theme_id')
		)
		.leftJoin('briefs as b', (join) =>
			join.onRef('b.workspace_id', '=', 'i.workspace_id').onRef('b.interview_id', '=', 'i.id')
		)
		.select([
			'i.id as interviewId',
			'i.channel',
			'i.theme_id as themeId',
			'i.held_at as heldAt',
			't.title as themeTitle',
			't.pull as themePull',
			'p.name as personName',
			'p.given_name as givenName',
			'b.script',
			'b.strengths_use as strengthsUse',
			'm.starts_at as startsAt',
			'm.partner_zone as partnerZone',
			'm.minutes as agreedMinutes',
			'm.medium',
			'm.place as meetingPlace'
		])
		.select((eb) => [
			eb
				.selectFrom('workspaces as w')
				.select('w.explorer_name')
				.where('w.id', '=', workspaceId)
				.as('explorerName'),
			eb
				.selectFrom('messages as r')
				.select('r.minutes')
				.where('r.workspace_id', '=', workspaceId)
				.whereRef('r.interview_id', '=', 'i.id')
				.where('r.purpose', '=', 'request')
				.as('askedMinutes'),
			eb
				.selectFrom('questions as q')
				.select((count) => count.fn.countAll<number>().as('count'))
				.where('q.workspace_id', '=', workspaceId)
				.whereRef('q.interview_id', '=', 'i.id')
				.as('questions'),
			eb
				.selectFrom('questions as l')
				.select((count) => count.fn.countAll<number>().as('count'))
				.where('l.workspace_id', '=', workspaceId)
				.whereRef('l.interview_id', '=', 'i.id')
				.where('l.removed_at', 'is', null)
				.where('l.known_source_id', 'is', null)
				.as('liveQuestions'),
			eb
				.selectFrom('brief_strengths as s')
				.select((count) => count.fn.countAll<number>().as('count'))
				.where('s.workspace_id', '=', workspaceId)
				.whereRef('s.interview_id', '=', 'i.id')
				.as('strengths')
		])
		.$narrowType<Record<'questions' | 'liveQuestions' | 'strengths', NotNull>>()
		.where('i.workspace_id', '=', workspaceId)
		.where('i.id', '=', interviewId)
);

export async function interviewContextOf(scope: Scope, interviewId: string) {
	const [row] = await interviewContext(scope, interviewId);
	if (!row) return undefined;
	return {
		...row,
		medium: medium.safeParse(row.medium).data ?? null,
		explorerName: row.explorerName ?? '',
		script: row.script ?? '',
		strengthsUse: row.strengthsUse ?? ''
	};
}
export type InterviewContext = NonNullable<Awaited<ReturnType<typeof interviewContextOf>>>;
