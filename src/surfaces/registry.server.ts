import { operationsIn, type AnyOperation } from '#server/perform.ts';
import * as account from '#features/account/operations.server.ts';
import * as clarity from '#features/clarity/operations.server.ts';
import * as decision from '#features/decision/operations.server.ts';
import * as interviews from '#features/interviews/operations.server.ts';
import * as interviewPage from '#features/interview-page/operations.server.ts';
import * as introductions from '#features/introductions/operations.server.ts';
import * as meetings from '#features/meetings/operations.server.ts';
import * as outreach from '#features/outreach/operations.server.ts';
import * as people from '#features/people/operations.server.ts';
import * as preparation from '#features/preparation/operations.server.ts';
import * as reflection from '#features/reflection/operations.server.ts';
import * as talk from '#features/talk/operations.server.ts';
import * as today from '#features/today/operations.server.ts';
import * as transfer from '#features/transfer/operations.server.ts';
import * as webhooks from '#features/webhooks/operations.server.ts';

/**
 * All operations. Whatever a feature exports from its operations file is available at every interface.
 */
export const operations: readonly AnyOperation[] = operationsIn(
	account,
	clarity,
	people,
	interviews,
	preparation,
	meetings,
	outreach,
	introductions,
	talk,
	reflection,
	decision,
	webhooks,
	transfer,
	interviewPage,
	today
);

const byName = new Map(operations.map((operation) => [operation.name, operation]));

/** Finds an operation by its name, `feature.verb`. */
export function operationNamed(name: string): AnyOperation | undefined {
	return byName.get(name);
}
