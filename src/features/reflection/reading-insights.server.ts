import { remembered } from '#server/db/remembered.ts';
import { MOST_INSIGHTS } from './rules/room.ts';
import type { Scope } from '#server/scope.server.ts';
import type { Aspect, Stance, Strength } from './rules/words.ts';
import { aspect, stance, strength } from './shapes.ts';

/** One thing learned, as the decision weighs it. */
export interface InsightForDeciding {
	id: string;
	interviewId: string;
	/** the theme it speaks of, which need not be the interview's */
	themeId: string;
	/** one of the explorer's criteria; one that was taken away is none */
	criterionId: string | null;
	aspect: Aspect;
	stance: Stance;
	strength: Strength;
	/** the partner's own, where they were kept */
	words: string;
	text: string;
	/** nobody said it about this theme before */
	isNew: boolean;
	learnedAt: string;
	/** when the talk was held */
	talkAt: string;
}

const ofHeldTalks = remembered((db, workspaceId) =>
	db
		.selectFrom('insights as s')
		.innerJoin('interviews as i', (join) =>
			join.onRef('i.workspace_id', '=', 's.workspace_id').onRef('i.id', '=', 's.interview_id')
		)
		.leftJoin('criteria as c', (join) =>
			join.onRef('c.workspace_id', '=', 's.workspace_id').onRef('c.id', '=', 's.criterion_id')
		)
		.select([
			's.id',
			's.interview_id as interviewId',
			's.theme_id as themeId',
			'c.id as criterionId',
			's.aspect',
			's.stance',
			's.strength',
			's.words',
			's.text',
			's.heard_before_at as heardBeforeAt',
			's.learned_at as learnedAt',
			'i.held_at as talkAt'
		])
		.where('s.workspace_id', '=', workspaceId)
		.where('i.held_at', 'is not', null)
		.orderBy('s.theme_id')
		.orderBy('s.learned_at')
		.orderBy('s.id')
		.limit(MOST_INSIGHTS)
);

/** Every insight of every held talk, theme by theme, in the order in which they were learned. */
export async function insightsForDeciding(scope: Scope): Promise<InsightForDeciding[]> {
	const rows = await ofHeldTalks(scope);
	return rows.map(({ heardBeforeAt, talkAt, ...row }) => ({
		...row,
		aspect: aspect.parse(row.aspect),
		stance: stance.parse(row.stance),
		strength: strength.parse(row.strength),
		isNew: heardBeforeAt === null,
		talkAt: talkAt ?? row.learnedAt
	}));
}
