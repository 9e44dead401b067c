import { accountOperations } from '#features/account/operations.server.ts';
import { clarityOperations } from '#features/clarity/operations.server.ts';
import { peopleOperations } from '#features/people/operations.server.ts';
import { interviewOperations } from '#features/interviews/operations.server.ts';
import { outreachOperations } from '#features/outreach/operations.server.ts';
import { preparationOperations } from '#features/preparation/operations.server.ts';
import type { AnyOperation } from '#server/perform.ts';

/** Every operation of the product. An operation in a feature's list is at every door at once. */
export const operations: readonly AnyOperation[] = [
	...accountOperations,
	...clarityOperations,
	...peopleOperations,
	...interviewOperations,
	...preparationOperations,
	...outreachOperations
];

const byName = new Map(operations.map((operation) => [operation.name, operation]));

/** Finds an operation by its name, `feature.verb`. */
export function operationNamed(name: string): AnyOperation | undefined {
	return byName.get(name);
}
