import { createHash, hash } from 'node:crypto';
import { addHours } from '#kernel/clock.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Context } from './perform.ts';
import type { Scope } from './scope.server.ts';
import { hashToken } from './secrets.ts';

/** How long an answer is given again [D]; long enough for a program that was down over night. */
const hoursKept = 24;
/** Rows that one write clears away at most, so that it stays as quick as it is. */
const clearedAtOnce = 100;

/** A write as a program asks for it, once. */
export interface IdempotentRequest {
	/** the program's own word for this request */
	key: string;
	operation: string;
	/** sum of what it sent, by `sumOf` */
	inputSum: string;
}

export interface IdempotentAnswer {
	/** JSON */
	answer: string;
	/** whether it was given before, and nothing was done now */
	replayed: boolean;
}

const otherBody = refuse(
	'invalid',
	'idempotency.other-body',
	'This Idempotency-Key came with another request before. Nothing was changed. Take a new key for a new request.'
);
const answerGone = refuse(
	'conflict',
	'idempotency.answer-gone',
	'This was done before, and its answer is kept no longer because somebody was forgotten since. Nothing was done twice. Read what is there now.'
);

/** A sum of an input, the same whatever the order of its fields; of a file, its own sum counts. */
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
 * Does the work unless this key brought the same request within 24 hours: then the kept answer is
 * given again. The row is claimed before the work and filled after it, in the write's own
 * transaction: of two at the same time the second waits and finds the first one's answer, and a
 * refusal keeps nothing.
 * @param work answers in JSON
 * @throws Refusal `idempotency.other-body`, `idempotency.answer-gone`
 */
export async function answerOnce(
	{ actor, scope, now }: Pick<Context, 'actor' | 'scope' | 'now'>,
	asked: IdempotentRequest,
	work: () => Promise<string>
): Promise<IdempotentAnswer> {
	// Each program has its own words: what one called "1" is nothing to another.
	const program = actor.kind === 'key' ? actor.keyId : actor.kind;
	const hash = hashToken(`${program}\n${asked.key}`);
	await clearExpired(scope, hash, addHours(now, -hoursKept));
	const { workspaceId } = scope;
	const claimed = await scope.db
		.insertInto('idempotency_keys')
		.values({
			workspace_id: workspaceId,
			key_hash: hash,
			operation: asked.operation,
			input_sum: asked.inputSum,
			kept_at: now
		})
		.onConflict((conflict) => conflict.columns(['workspace_id', 'key_hash']).doNothing())
		.returning('key_hash')
		.executeTakeFirst();
	if (!claimed) return { answer: await keptAnswer(scope, hash, asked), replayed: true };
	const answer = await work();
	await scope.db
		.updateTable('idempotency_keys')
		.set({ answer })
		.where('workspace_id', '=', workspaceId)
		.where('key_hash', '=', hash)
		.execute();
	return { answer, replayed: false };
}

async function keptAnswer(scope: Scope, hash: string, asked: IdempotentRequest): Promise<string> {
	const kept = await scope.db
		.selectFrom('idempotency_keys')
		.select(['operation', 'input_sum as inputSum', 'answer'])
		.where('workspace_id', '=', scope.workspaceId)
		.where('key_hash', '=', hash)
		.executeTakeFirstOrThrow();
	const isSame = kept.operation === asked.operation && kept.inputSum === asked.inputSum;
	if (!isSame) throw otherBody;
	if (kept.answer === null) throw answerGone;
	return kept.answer;
}

/** The oldest that have run out, and this key's own when it has: each found by its key, however many there are. */
async function clearExpired(scope: Scope, hash: string, until: string): Promise<void> {
	const { db, workspaceId } = scope;
	const own = db.deleteFrom('idempotency_keys').where('workspace_id', '=', workspaceId);
	await own.where('key_hash', '=', hash).where('kept_at', '<=', until).execute();
	const oldest = db
		.selectFrom('idempotency_keys as old')
		.select('old.key_hash')
		.where('old.workspace_id', '=', workspaceId)
		.where('old.kept_at', '<=', until)
		.orderBy('old.kept_at')
		.limit(clearedAtOnce);
	await own.where('key_hash', 'in', oldest).execute();
}

/** Takes the words out of every kept answer, where somebody is forgotten: they may name them. */
export async function eraseStoredAnswers(scope: Scope): Promise<void> {
	await scope.db
		.updateTable('idempotency_keys')
		.set({ answer: null })
		.where('workspace_id', '=', scope.workspaceId)
		.execute();
}
