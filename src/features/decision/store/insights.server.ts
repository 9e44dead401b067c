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
 * Insights as input of the weighing. Reflection's reads join the criteria and validate every row,
 * too slow for a page with a thousand of them: this reads plain columns and checks them in place.
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

/** Makes the error for a stored value that the method does not know. */
function unknownValue(about: string): Error {
	return new Error(`An insight has ${about} that the method does not know.`);
}

const isStance = (text: string): text is Stance => Object.hasOwn(stanceNames, text);
const isStrength = (value: number): value is Strength => Object.hasOwn(strengthNames, value);
const isAspect = (text: string): text is Aspect => Object.hasOwn(aspectNames, text);

type Loose = Omit<Insight, 'stance' | 'strength'> & { stance: string; strength: number };

/** Whether all rows have known stances and strengths; narrows their type without copying them. */
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

/** All insights in index order: by theme, and rows of one talk together. */
export async function allInsights(scope: Scope): Promise<Insight[]> {
	const rows = await all(scope);
	if (!areKnown(rows)) throw unknownValue('a stance or a strength');
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

/** An insight with the further columns of its line on the page. */
export interface InsightRow extends Insight {
	id: string;
	aspect: Aspect;
}

/** The insights of one theme, in no order. */
export async function insightsOfTheme(scope: Scope, themeId: string): Promise<InsightRow[]> {
	return (await ofTheme(scope, themeId)).map(({ stance, strength, aspect, ...row }) => {
		if (!isStance(stance) || !isStrength(strength)) throw unknownValue('a stance or a strength');
		if (!isAspect(aspect)) throw unknownValue('an aspect');
		return { ...row, stance, strength, aspect };
	});
}
