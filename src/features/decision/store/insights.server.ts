import { preparedQuery } from '#server/db/prepared-query.ts';
import type { Scope } from '#server/scope.server.ts';
import { MOST_INSIGHTS } from '#features/reflection/rules/limits.ts';
import {
	type Aspect,
	aspectNames,
	type Stance,
	stanceNames,
	type Strength,
	strengthNames
} from '#features/reflection/rules/labels.ts';
import type { Insight } from '../rules/cell.ts';

/**
 * Insights as the weighing reads them. Reflection's own reading joins the criteria and brings each
 * row through its shape and in order, which a page with a thousand of them has no time for: this
 * reads the bare columns, and looks each word up once.
 */
const columns = [
	'interview_id as interviewId',
	'theme_id as themeId',
	'criterion_id as criterionId',
	'stance',
	'strength',
	'words',
	'text',
	'heard_before_at as heardBeforeAt'
] as const;

/** A word that the method does not know is weighed by nobody's guess. */
function strange(about: string): Error {
	return new Error(`An insight has ${about} that the method does not know.`);
}

const isStance = (text: string): text is Stance => Object.hasOwn(stanceNames, text);
const isStrength = (value: number): value is Strength => Object.hasOwn(strengthNames, value);
const isAspect = (text: string): text is Aspect => Object.hasOwn(aspectNames, text);

type Loose = Omit<Insight, 'stance' | 'strength'> & { stance: string; strength: number };

/** Looks at each row instead of copying it. */
function areKnown(rows: Loose[]): rows is Insight[] {
	return rows.every(({ stance, strength }) => isStance(stance) && isStrength(strength));
}

const all = preparedQuery((db, workspaceId) =>
	db
		.selectFrom('insights')
		.select(columns)
		.where('workspace_id', '=', workspaceId)
		.orderBy('theme_id')
		.orderBy('learned_at')
		.limit(MOST_INSIGHTS)
);

/** Every insight, as the index has them: theme by theme, and what was noted together together. */
export async function allInsights(scope: Scope): Promise<Insight[]> {
	const rows = await all(scope);
	if (!areKnown(rows)) throw strange('a stance or a strength');
	return rows;
}

const ofTheme = preparedQuery((db, workspaceId, themeId: string) =>
	db
		.selectFrom('insights')
		.select(columns)
		.select(['id', 'aspect'])
		.where('workspace_id', '=', workspaceId)
		.where('theme_id', '=', themeId)
		.limit(MOST_INSIGHTS)
);

/** An insight with what its own line shows besides. */
export interface InsightRow extends Insight {
	id: string;
	aspect: Aspect;
}

/** The insights of one theme, in no order. */
export async function insightsOfTheme(scope: Scope, themeId: string): Promise<InsightRow[]> {
	return (await ofTheme(scope, themeId)).map(({ stance, strength, aspect, ...row }) => {
		if (!isStance(stance) || !isStrength(strength)) throw strange('a stance or a strength');
		if (!isAspect(aspect)) throw strange('an aspect');
		return { ...row, stance, strength, aspect };
	});
}
