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

type Asked = Interview & {
	personName: string;
	doNotContactAt: string | null;
	themeSeat: number | null;
};

/**
 * Whether this partner may be asked now: gathers what `mayAsk` reads.
 * @returns the refusals that stand in the way, the weightiest first
 */
export async function refusalsToAsk(
	{ scope, now }: Pick<Context, 'scope' | 'now'>,
	interview: Asked,
	{ goals, sources }: Preparation
): Promise<Refusal[]> {
	const readiness = await readinessOf(scope, now);
	const others = (await interviewsWith(scope, interview.personId)).filter(
		(other) => other.id !== interview.id
	);
	return mayAsk({
		interview,
		themeIsOpen: interview.themeSeat !== null,
		outreach: readiness.outreach,
		overrideReason: readiness.override?.reason,
		waiting: await countWaiting(scope),
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
