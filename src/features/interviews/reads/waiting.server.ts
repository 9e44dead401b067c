import { refuseConflict } from '#kernel/refusal.ts';
import type { Scope } from '#server/scope.server.ts';
import { MOST_WAITING } from '../rules/asking.ts';
import type { InterviewFacts } from '#method/interview-facts.ts';
import { isWaiting } from '#method/stage.ts';
import { countWaiting } from '../store.server.ts';

/**
 * Requires that restoring a request does not exceed five waiting ones (method 3).
 * @param facts the interview after the change
 * @throws Refusal `outreach.five-waiting`
 */
export async function refuseSixthWaiting(scope: Scope, facts: InterviewFacts): Promise<void> {
	if (!isWaiting(facts) || (await countWaiting(scope)) < MOST_WAITING) return;
	throw refuseConflict(
		'outreach.five-waiting',
		'Five requests are already waiting for an answer, and five is the limit. Nothing was changed. Close one of them first.'
	);
}
