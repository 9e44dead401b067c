import type { Kysely, Transaction } from 'kysely';
import type { z } from 'zod';
import type { Actor, Effect } from '#kernel/access.ts';
import type { Clock, Instant } from '#kernel/clock.ts';
import type { AuditEvent } from '#kernel/audit-event.ts';
import type { Extensions } from '#kernel/extension.ts';
import type { Operation, UndoStep } from '#kernel/operation.ts';
import { Refusal, refuseInvalid } from '#kernel/refusal.ts';
import { queueDeliveries } from './webhook-deliveries.ts';
import { InsertLog } from './db/insert-log.ts';
import type { Database } from './db/open.ts';
import type { Tables } from './db/tables.ts';
import { queueJob, type NewJob } from './job-worker.ts';
import { openExport } from './transfer/write-export.ts';
import type { RowRules } from './transfer/row-rules.ts';
import { refuseBeyondRowLimits } from './workspace-row-limits.ts';
import { suppressionKeysOf, type SuppressionKeys } from './suppression-keys.ts';
import { scopeFor, type Scope } from './scope.server.ts';
import { encrypt } from './encryption.ts';
import type { SecurityLog } from './security-log.ts';
import { newId } from './tokens.ts';
import { withWriteLock } from './write-lock.ts';

/** The actor of a call and its workspace, looked up from a session or a key, never from input. */
export interface Caller {
	actor: Actor;
	workspaceId: string;
}

/** The context in which an operation runs. */
export interface Context {
	actor: Actor;
	scope: Scope;
	/** the instant of this operation; used for everything it writes */
	now: Instant;
	/** keys for the hashes of the suppression list; only while writing */
	suppressionKeys(): Promise<SuppressionKeys>;
	/**
	 * encrypts a text for the database, see `encryption.ts`; `place` is where in the workspace it is
	 * stored
	 */
	encrypt(place: string, text: string): string;
	/** appends to the audit log of the workspace, in the same transaction */
	record(event: AuditEvent): void;
	/** writes an event to the security log (`security-log.ts`) after the transaction has committed */
	logSecurity: SecurityLog['record'];
	/** queues a job in the same transaction */
	queue(job: NewJob): void;
	newId(): string;
	/**
	 * opens the export of the workspace, see `transfer/write-export.ts`; only in a `secure` operation
	 */
	openExport(packed: boolean): ReadableStream<Uint8Array>;
	/** contributions of higher features, see `kernel/extension.ts` */
	extensions: Extensions;
}

export type AnyOperation = Operation<z.ZodType, z.ZodType, Context>;

/** Declares an operation; its types follow from its schemas. */
export function operation<Input extends z.ZodType, Output extends z.ZodType>(
	parts: Operation<Input, Output, Context>
): Operation<Input, Output, Context> {
	return parts;
}

const isOperation = (value: unknown): value is AnyOperation =>
	typeof value === 'object' && value !== null && 'http' in value && 'run' in value;

/**
 * The operations among the exports of modules; other exports are ignored.
 * @param modules namespaces, as `import * as people from '…/operations.server.ts'` makes them
 */
export function operationsIn(...modules: object[]): AnyOperation[] {
	return modules.flatMap((module): unknown[] => Object.values(module)).filter(isOperation);
}

/**
 * A function that an interface puts around the work of a write, inside its transaction and with its
 * context. It calls `work` once, or returns a result without it (idempotency). `undoOf` gives the
 * undo step for a result; nothing when the operation recorded no event, because it changed nothing
 * then and an undo would revert an earlier step.
 */
export type Around<Output, Answer = Output> = (
	context: Context,
	work: () => Promise<Output>,
	undoOf: (output: Output) => UndoStep | undefined
) => Promise<Answer>;

/** The parts of the running app that `perform` needs. */
export interface Performer {
	database: Database;
	clock: Clock;
	secret: Buffer;
	jobs: { wake(): void };
	/** rules for the tables of a workspace */
	rowRules: RowRules;
	extensions: Extensions;
	security: SecurityLog;
}

/** The refusal of invalid input, with the messages of zod by field. */
function refuseInput(error: z.ZodError): Refusal {
	const fields = error.issues.map((issue) => ({
		field: issue.path.join('.'),
		sentence: issue.message
	}));
	const first = fields[0];
	return new Refusal({
		kind: 'invalid',
		code: 'input.invalid',
		sentence: first
			? `${first.sentence}${/[.?]$/.test(first.sentence) ? '' : '.'} Nothing was changed.`
			: 'The input is not valid. Nothing was changed.',
		fields
	});
}

/** Whether a value contains U+0000, which PostgreSQL cannot store in a text. */
function containsNul(value: unknown): boolean {
	if (typeof value === 'string') return value.includes('\u0000');
	if (Array.isArray(value)) return value.some(containsNul);
	return typeof value === 'object' && value !== null && Object.values(value).some(containsNul);
}

function refuseNul(): Refusal {
	return refuseInvalid(
		'input.nul',
		'The text contains a character that cannot be shown (U+0000). Nothing was changed. Remove this character and try again.'
	);
}

function actorName(actor: Actor): string {
	if (actor.kind === 'explorer') return actor.userId;
	if (actor.kind === 'key') return actor.keyId;
	return actor.kind;
}

/** Ids for the security log: the workspace, and the account or key that acts. */
function securityIds({ actor, workspaceId: workspace }: Caller) {
	if (actor.kind === 'explorer') return { account: actor.userId, workspace };
	if (actor.kind === 'key') return { key: actor.keyId, workspace };
	return workspace ? { workspace } : {};
}

/**
 * Checks the permission table and writes a refusal to the security log.
 * @param what name of the operation, for the log, and its effect
 * @throws Refusal where the caller does not have the permission
 */
export function permitted(
	{ security, database }: Pick<Performer, 'security' | 'database'>,
	caller: Caller,
	what: { name: string; effect: Effect }
): Scope {
	try {
		return scopeFor(caller.actor, what.effect, caller.workspaceId, database.read);
	} catch (error) {
		if (error instanceof Refusal) {
			const facts = { ...securityIds(caller), operation: what.name, reason: error.code };
			security.record('access.refused', facts);
		}
		throw error;
	}
}

/**
 * Performs one operation for one caller: validation, permission, work, events and jobs, in one
 * transaction where it writes.
 * @param rawInput input as the interface received it; parsed with the schema of the operation
 * @param around called around the work of a write; its result is the answer, otherwise the output is
 * @throws Refusal for invalid input, a missing permission or a rule of the method; nothing was
 * changed then
 */
export async function perform<
	Input extends z.ZodType,
	Output extends z.ZodType,
	Answer = z.output<Output>
>(
	performer: Performer,
	operation: Operation<Input, Output, Context>,
	caller: Caller,
	rawInput: unknown,
	around?: Around<z.output<Output>, Answer>
): Promise<Answer> {
	const now = performer.clock.now();
	const events: AuditEvent[] = [];
	const jobs: NewJob[] = [];
	const securityRecords: (() => void)[] = [];
	const contextOf = (scope: Scope): Context => ({
		actor: caller.actor,
		scope,
		now,
		suppressionKeys: () => suppressionKeysOf(scope, performer.secret),
		encrypt: (place, text) => encrypt(performer.secret, `${caller.workspaceId}/${place}`, text),
		record: (event) => events.push(event),
		logSecurity: (event, facts) => {
			securityRecords.push(() => {
				performer.security.record(event, { ...securityIds(caller), ...facts });
			});
		},
		queue: (job) => jobs.push(job),
		newId,
		openExport: (packed) => {
			if (operation.effect !== 'secure') throw new Error(`${operation.name} may not export.`);
			return openExport(performer.database, scope, packed);
		},
		extensions: performer.extensions
	});

	// Permission first, so that validation errors reveal nothing to a caller without permission.
	const scopeOn = (db: Kysely<Tables>, inserted?: InsertLog): Scope =>
		scopeFor(caller.actor, operation.effect, caller.workspaceId, db, inserted);
	permitted(performer, caller, operation);
	const parsed = operation.input.safeParse(rawInput);
	if (!parsed.success) throw refuseInput(parsed.error);
	// A file is bytes, in whatever encoding it was sent. The schemas have cleaned texts by now.
	if (operation.bodyBytes === undefined && containsNul(parsed.data)) throw refuseNul();
	if (operation.effect === 'read') {
		if (around) throw new Error(`${operation.name} reads, and nothing is put around a read.`);
		const read = performer.database.reading((db) =>
			operation.run(contextOf(scopeOn(db)), parsed.data)
		);
		return read as Promise<Answer>;
	}

	const write = async (tx: Transaction<Tables>): Promise<Answer> => {
		const inserted = new InsertLog();
		const scope = scopeOn(tx, inserted);
		const context = contextOf(scope);
		const work = () => operation.run(context, parsed.data);
		const undoOf = (output: z.output<Output>) =>
			events.length > 0 ? operation.undo?.(output, parsed.data) : undefined;
		const result = around ? await around(context, work, undoOf) : ((await work()) as Answer);
		await refuseBeyondRowLimits(scope, inserted, performer.rowRules);
		if (events.length > 0) {
			const rows = events.map((event) => ({
				workspace_id: caller.workspaceId,
				id: newId(),
				received_at: now,
				actor: actorName(caller.actor),
				verb: event.verb,
				about_kind: event.about.kind,
				about_id: event.about.id
			}));
			await scope.db.insertInto('audit_events').values(rows).execute();
			jobs.push(...(await queueDeliveries(scope, rows)));
		}
		for (const job of jobs) await queueJob(tx, caller.workspaceId, job, now);
		return result;
	};
	const output = await withWriteLock(caller.workspaceId, () => performer.database.write(write));
	if (jobs.length > 0) performer.jobs.wake();
	for (const write of securityRecords) write();
	return output;
}
