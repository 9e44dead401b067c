import type { Scope } from '#server/scope.server.ts';
import { goalsOf, sourcesOf, type GoalRow, type SourceRow } from './store.server.ts';

/** What other features read of a preparation. */
export interface Preparation {
	goals: GoalRow[];
	sources: SourceRow[];
	/** the same as the rules read it */
	research: { goals: string[]; sources: SourceRow[] };
	/** what the request's "why you" rests on: the marked source, else the first about the partner */
	whyYou: SourceRow | undefined;
}

export async function preparationOf(scope: Scope, interviewId: string): Promise<Preparation> {
	const goals = await goalsOf(scope, interviewId);
	const sources = await sourcesOf(scope, interviewId);
	const answering = sources.filter((source) => source.answers !== '');
	return {
		goals,
		sources,
		research: { goals: goals.map((goal) => goal.text), sources },
		whyYou:
			answering.find((source) => source.whyYouAt !== null) ??
			answering.find((source) => source.kind === 'partner') ??
			answering[0]
	};
}
