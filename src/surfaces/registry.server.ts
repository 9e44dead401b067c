import type { AnyOperation } from '#server/perform.ts';
import { accountOperations } from '#features/account/operations.server.ts';
import { clarityOperations } from '#features/clarity/operations.server.ts';
import { decisionOperations } from '#features/decision/operations.server.ts';
import { interviewOperations } from '#features/interviews/operations.server.ts';
import { interviewPageOperations } from '#features/interview-page/operations.server.ts';
import { introductionOperations } from '#features/introductions/operations.server.ts';
import { meetingOperations } from '#features/meetings/operations.server.ts';
import { outreachOperations } from '#features/outreach/operations.server.ts';
import { peopleOperations } from '#features/people/operations.server.ts';
import { preparationOperations } from '#features/preparation/operations.server.ts';
import { reflectionOperations } from '#features/reflection/operations.server.ts';
import { talkOperations } from '#features/talk/operations.server.ts';
import { todayOperations } from '#features/today/operations.server.ts';
import { transferOperations } from '#features/transfer/operations.server.ts';
import { webhookOperations } from '#features/webhooks/operations.server.ts';

/** Every operation of the product. An operation in a feature's list is at every door at once. */
export const operations: readonly AnyOperation[] = [
	...accountOperations,
	...clarityOperations,
	...peopleOperations,
	...interviewOperations,
	...preparationOperations,
	...meetingOperations,
	...outreachOperations,
	...introductionOperations,
	...talkOperations,
	...reflectionOperations,
	...decisionOperations,
	...webhookOperations,
	...transferOperations,
	...interviewPageOperations,
	...todayOperations
];

const byName = new Map(operations.map((operation) => [operation.name, operation]));

/** Finds an operation by its name, `feature.verb`. */
export function operationNamed(name: string): AnyOperation | undefined {
	return byName.get(name);
}
