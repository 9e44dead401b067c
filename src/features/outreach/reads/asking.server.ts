import type { Refusal } from '#kernel/refusal.ts';
import { readinessOf } from '#features/clarity/reads/readiness.server.ts';
import {
	interviewsWith,
	countWaiting,
	type Interview
} from '#features/interviews/reads/interviews.server.ts';
import { mayAsk } from '#features/interviews/rules/asking.ts';
import { stageOf } from '#method/stage.ts';
import type { Preparation } from '#features/preparation/reads/preparation.server.ts';
import { answeringSources } from '#features/preparation/rules/sources.ts';
import type { Context } from '#server/perform.ts';
import type { Scope } from '#server/scope.server.ts';

type Asked = Interview & {
	personName: string;
	doNotContactAt: string | null;
	themeSeat: number | null;
};

/**
 * Facts of other interviews for `mayAsk`: those with the same partner, this one included, and the number
 * of requests that wait for an answer.
 */
export async function otherInterviews(scope: Scope, { personId }: Pick<Interview, 'personId'>) {
	const withPartner = await interviewsWith(scope, personId);
	return { withPartner, waiting: await countWaiting(scope) };
}

/**
 * Checks by `mayAsk` whether this partner may be asked now, and reads the facts for it.
 * @returns all refusals, the most important first; empty if asking is allowed
 */
export async function refusalsToAsk(
	{ scope, now }: Pick<Context, 'scope' | 'now'>,
	interview: Asked,
	{ goals, sources }: Pick<Preparation, 'goals' | 'sources'>,
	{ withPartner, waiting }: Awaited<ReturnType<typeof otherInterviews>>
): Promise<Refusal[]> {
	const readiness = await readinessOf(scope, now);
	const others = withPartner.filter((other) => other.id !== interview.id);
	return mayAsk({
		interview,
		themeIsOpen: interview.themeSeat !== null,
		outreach: readiness.outreach,
		overrideReason: readiness.override?.reason,
		waiting,
		partner: {
			name: interview.personName,
			doNotContact: interview.doNotContactAt !== null,
			openRequest: others.some((other) => stageOf(other) === 'asked' && !other.answeredAt),
			askedBefore: others.flatMap((other) => other.askedAt ?? [])
		},
		goals: goals.length,
		answeringSources: answeringSources(sources).length,
		now
	});
}
