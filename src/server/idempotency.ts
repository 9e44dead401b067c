import { createHash, hash } from 'node:crypto';
import { addHours } from '#kernel/clock.ts';
import { refuseConflict, refuseInvalid } from '#kernel/refusal.ts';
import type { Context } from './perform.ts';
import type { Scope } from './scope.server.ts';
import { hashToken } from './tokens.ts';

/**
 * Hours for which an answer is stored and replayed [D]; long enough for a program that was down
 * over night.
 */
const hoursStored = 24;
/** Expired rows that one write deletes at most, so that its duration stays bounded. */
const deletedAtOnce = 100;

/** A write request with an idempotency key. */
export interface IdempotentRequest {
	/** idempotency key chosen by the program */
	key: string;
	operation: string;
	/** hash of the input, by `sumOf` */
	inputSum: string;
}

export interface IdempotentAnswer {
	/** JSON */
	answer: string;
	/** whether the stored answer is replayed and nothing was done now */
	replayed: boolean;
}

const otherBody = refuseInvalid(
	'idempotency.other-body',
	'This Idempotency-Key was used for another request before. Nothing was changed. Use a new key for a new request.'
);
const answerGone = refuseConflict(
	'idempotency.answer-gone',
	'This request was done before, but its answer is no longer stored: someone was deleted since, or Imago was upgraded. Nothing was done twice. Read the current state.'
);

/**
 * SHA-256 hash of an input, independent of the order of its fields; a file counts with its own
 * hash.
 */
export function sumOf(input: unknown): string {
	const sorted = JSON.stringify(input, (_, value: unknown) =>
		value instanceof Uint8Array
			? hash('sha256', value, 'base64url')
			: typeof value === 'object' && value !== null && !Array.isArray(value)
				? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
				: value
	);
	return createHash('sha256').update(sorted).digest('base64url');
}

/**
 * Runs a write unless the same idempotency key came with the same request within 24 hours: then the
 * stored answer is returned. The row of the key is inserted before the work and gets the answer
 * after it, in the transaction of the write: of two simultaneous requests the second waits and
 * finds the answer of the first, and a refusal stores nothing.
 * @param work returns the answer as JSON
 * @throws Refusal `idempotency.other-body` where the key came with another request;
 * `idempotency.answer-gone` where its answer was erased
 */
export async function answerOnce(
	{ actor, scope, now }: Pick<Context, 'actor' | 'scope' | 'now'>,
	request: IdempotentRequest,
	work: () => Promise<string>
): Promise<IdempotentAnswer> {
	// Keys are scoped to the program: the key "1" of one program does not match the key "1" of
	// another.
	const program = actor.kind === 'key' ? actor.keyId : actor.kind;
	const hash = hashToken(`${program}\n${request.key}`);
	await deleteExpired(scope, hash, addHours(now, -hoursStored));
	const { workspaceId } = scope;
	const claimed = await scope.db
		.insertInto('idempotency_keys')
		.values({
			workspace_id: workspaceId,
			key_hash: hash,
			operation: request.operation,
			input_sum: request.inputSum,
			created_at: now
		})
		.onConflict((conflict) => conflict.columns(['workspace_id', 'key_hash']).doNothing())
		.returning('key_hash')
		.executeTakeFirst();
	if (!claimed) return { answer: await storedAnswer(scope, hash, request), replayed: true };
	const answer = await work();
	await scope.db
		.updateTable('idempotency_keys')
		.set({ answer })
		.where('workspace_id', '=', workspaceId)
		.where('key_hash', '=', hash)
		.execute();
	return { answer, replayed: false };
}

async function storedAnswer(
	scope: Scope,
	hash: string,
	request: IdempotentRequest
): Promise<string> {
	const stored = await scope.db
		.selectFrom('idempotency_keys')
		.select(['operation', 'input_sum as inputSum', 'answer'])
		.where('workspace_id', '=', scope.workspaceId)
		.where('key_hash', '=', hash)
		.executeTakeFirstOrThrow();
	const isSame = stored.operation === request.operation && stored.inputSum === request.inputSum;
	if (!isSame) throw otherBody;
	if (stored.answer === null) throw answerGone;
	return stored.answer;
}

/**
 * Deletes the oldest expired rows, and the row of this key when it is expired: each is found
 * through an index, however many there are.
 */
async function deleteExpired(scope: Scope, hash: string, until: string): Promise<void> {
	const { db, workspaceId } = scope;
	const own = db.deleteFrom('idempotency_keys').where('workspace_id', '=', workspaceId);
	await own.where('key_hash', '=', hash).where('created_at', '<=', until).execute();
	const oldest = db
		.selectFrom('idempotency_keys as old')
		.select('old.key_hash')
		.where('old.workspace_id', '=', workspaceId)
		.where('old.created_at', '<=', until)
		.orderBy('old.created_at')
		.limit(deletedAtOnce);
	await own.where('key_hash', 'in', oldest).execute();
}

/**
 * Deletes the stored answers of a workspace when a person is erased, because they may name the
 * person. The keys stay, so that nothing is done twice.
 */
export async function eraseStoredAnswers(scope: Scope): Promise<void> {
	await scope.db
		.updateTable('idempotency_keys')
		.set({ answer: null })
		.where('workspace_id', '=', scope.workspaceId)
		.execute();
}
