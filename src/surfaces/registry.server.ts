import { accountOperations } from '#features/account/operations.server.ts';
import type { AnyOperation } from '#server/perform.ts';

/** Every operation of the product. An operation in a feature's list is at every door at once. */
export const operations: readonly AnyOperation[] = [...accountOperations];

const byName = new Map(operations.map((operation) => [operation.name, operation]));

/** Finds an operation by its name, `feature.verb`. */
export function operationNamed(name: string): AnyOperation | undefined {
	return byName.get(name);
}
