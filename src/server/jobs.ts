import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { addMinutes, type Clock, type Instant } from '#kernel/clock.ts';
import { jobLeasesOf, type JobLeases } from './job-leases.ts';
import { JobTurns, mayBegin, type Share, type UnderWay } from './job-shares.ts';
import type { Database } from './db/open.ts';
import type { Row, Tables } from './db/tables.ts';
import type { Log } from './log.ts';
import { scopeFor, type Scope } from './scope.server.ts';
import { newId } from './secrets.ts';
import { withWriteLock } from './write-lock.ts';

/** Work that follows from a change: a row written in the same transaction. */
export interface NewJob {
	kind: string;
	/** ids only; what the work needs it reads when it runs */
	payload: Record<string, string>;
	/** not before; at once when left out */
	runAt?: Instant;
}

export interface JobContext {
	database: Database;
	clock: Clock;
	log: Log;
	workspaceId: string;
	payload: Record<string, string>;
	/** instance key for keyed hashes */
	secret: Buffer;
	signal: AbortSignal;
	/** the workspace's own reader; the host does the work in the explorer's name */
	scope: Scope;
	/** one short transaction inside the workspace */
	write<Result>(work: (scope: Scope) => Promise<Result>): Promise<Result>;
	/** the same for what this job would do again after a crash; it does not wait for the disk */
	stage<Result>(work: (scope: Scope) => Promise<Result>): Promise<Result>;
}

/** What every job has in common. */
export type JobParts = Pick<JobContext, 'database' | 'clock' | 'log' | 'secret'>;

export interface Later {
	later: Instant;
}

export interface JobHandler {
	/** it takes seconds and much of the machine: at most one of a workspace at a time, and not all places */
	slow?: boolean;
	/** whether there is room now for what the job does beside the worker; always where left out */
	hasRoom?(workspaceId: string): boolean;
	/** @returns `later` where there was no room for it now: it is looked at again then, uncounted */
	run(context: JobContext): Promise<Later | undefined>;
	/** called once after the last try, so that the explorer is shown what failed and why */
	gaveUp?(context: JobContext, failure: string): Promise<void>;
}

const mostAttempts = 5;
/** A job whose process died is taken again after this. */
const leaseMinutes = 5;
const minutesBetweenHolds = 1;

/** A job under way here, or its end. */
interface TakenJob {
	id: string;
	kind: string;
	handler: JobHandler;
	context: JobContext;
	attempts: number;
}
type JobEnd = Partial<
	Pick<Row<'jobs'>, 'attempts' | 'done_at' | 'failed_at' | 'failure' | 'leased_until' | 'run_at'>
>;

/** The job went to another process meanwhile, which began it anew. */
class JobLost extends Error {
	constructor() {
		super('Another process has this job by now.');
		this.name = 'JobLost';
	}
}

/** Writes only while the job is still this process's: another may have begun it anew. */
async function asHolder<Result>(
	tx: Kysely<Tables>,
	{ id, attempts, workspace_id }: Row<'jobs'>,
	work: (scope: Scope) => Promise<Result>
): Promise<Result> {
	const mine = await tx
		.selectFrom('jobs')
		.select('id')
		.where('id', '=', id)
		.where('attempts', '=', attempts)
		.executeTakeFirst();
	if (!mine) throw new JobLost();
	return work(scopeFor({ kind: 'host' }, 'write', workspace_id ?? '', tx));
}

/** Writes a job with the change it follows from. */
export async function queueJob(
	db: Kysely<Tables>,
	workspaceId: string,
	job: NewJob,
	now: Instant
): Promise<void> {
	await db
		.insertInto('jobs')
		.values({
			id: newId(),
			workspace_id: workspaceId,
			kind: job.kind,
			payload: JSON.stringify(job.payload),
			run_at: job.runAt ?? now,
			queued_at: now
		})
		.execute();
}

/** Milliseconds until due jobs without room are looked at again. */
const millisWithoutRoom = 250;
/** Milliseconds for which a look at what is due may stand. */
const millisOfLook = 200;

interface Running extends UnderWay {
	ended: Promise<void>;
}

/**
 * Does due jobs, a few at once and in fair turns (`job-shares.ts`): with a lease each, tried again
 * with growing pauses.
 */
export class JobWorker {
	readonly #handlers: Record<string, JobHandler>;
	readonly #parts: JobParts;
	readonly #stop = new AbortController();
	readonly #leases: JobLeases;
	readonly #turns = new JobTurns();
	readonly #running = new Map<string, Running>();
	#timer: NodeJS.Timeout | undefined;
	/** how many jobs it did, when it ends */
	#working: Promise<number> | undefined;
	/** what is due, as it was looked at last, and when that was */
	#look: { shares: Share[]; at: number } = { shares: [], at: -Infinity };
	#woken = Promise.withResolvers<undefined>();
	#withoutRoom = false;

	constructor(handlers: Record<string, JobHandler>, parts: JobParts) {
		this.#handlers = handlers;
		this.#parts = parts;
		this.#leases = jobLeasesOf(parts.database, Object.keys(handlers));
	}

	/** Leases of processes that are gone are let go, then work begins. */
	async start(): Promise<void> {
		await this.#leases.begin();
		this.wake();
	}

	/** Looks for due work now; called after every commit that queued some. */
	wake(): void {
		if (this.#stop.signal.aborted) return;
		this.#look.at = -Infinity;
		this.#woken.resolve(undefined);
		if (this.#working) return;
		clearTimeout(this.#timer);
		this.#working = this.#work()
			.catch((error: unknown) => {
				this.#parts.log.error({ error }, 'the job worker stumbled');
				return 0;
			})
			.finally(() => {
				this.#working = undefined;
				if (this.#stop.signal.aborted) return;
				this.#timer = setTimeout(() => {
					this.wake();
				}, this.#wait());
				this.#timer.unref();
			});
	}

	/** Ends after the jobs under way; their leases bring them back if the process ends first. */
	async stop(): Promise<void> {
		this.#stop.abort();
		this.#woken.resolve(undefined);
		clearTimeout(this.#timer);
		await this.#working;
		await Promise.all([...this.#running.values()].map(({ ended }) => ended));
		await this.#leases.end();
	}

	/** Does what is due until nothing is; for a program that ends after one command. */
	async finish(): Promise<void> {
		for (;;) {
			this.wake();
			if (!(await this.#working)) return;
		}
	}

	async #work(): Promise<number> {
		for (let begun = 0; ;) {
			this.#woken = Promise.withResolvers();
			for (;;) {
				const job = this.#stop.signal.aborted ? undefined : await this.#take();
				if (!job) break;
				begun += 1;
				this.#begin(job);
				// SQLite answers at once: without this, requests would wait for all that is due.
				await setImmediate();
			}
			if (this.#running.size === 0) return begun;
			const ends = [...this.#running.values()].map(({ ended }) => ended);
			await this.#raceOrPause([...ends, this.#woken.promise]);
		}
	}

	/** What becomes due by time, or comes from another process, waits for no job that takes long. */
	async #raceOrPause(others: readonly Promise<unknown>[]): Promise<void> {
		const over = new AbortController();
		const options = { signal: over.signal, ref: false };
		const pause = sleep(this.#wait(), undefined, options).catch(() => undefined);
		await Promise.race([...others, pause]);
		over.abort();
	}

	#wait(): number {
		return this.#withoutRoom ? millisWithoutRoom : this.#leases.millisBetween;
	}

	#begin(job: TakenJob): void {
		const { workspaceId } = job.context;
		const slow = job.handler.slow ?? false;
		const ended = this.#run(job)
			.catch((error: unknown) => {
				this.#parts.log.error({ error, job: job.id }, 'a job stumbled');
			})
			.finally(() => this.#running.delete(job.id));
		this.#running.set(job.id, { workspaceId, kind: job.kind, slow, ended });
	}

	/** The next job that may begin now, in fair turns. */
	async #take(): Promise<TakenJob | undefined> {
		const now = this.#parts.clock.now();
		if (this.#look.shares.length === 0 || performance.now() - this.#look.at > millisOfLook) {
			this.#look = { shares: await this.#leases.due(now), at: performance.now() };
		}
		this.#withoutRoom = false;
		for (const share of this.#turns.inOrder(this.#look.shares)) {
			const handler = this.#handlers[share.kind];
			if (!handler) continue;
			const asked = { ...share, slow: handler.slow ?? false };
			if (!mayBegin(asked, [...this.#running.values()])) continue;
			if (handler.hasRoom?.(share.workspaceId) === false) {
				this.#withoutRoom = true;
				continue;
			}
			const taken = await this.#leases.take(share, now, addMinutes(now, leaseMinutes));
			if (taken) {
				this.#turns.took(share);
				return this.#taken(taken, handler);
			}
			this.#look.shares = this.#look.shares.filter((each) => each !== share);
		}
		return undefined;
	}

	#taken(row: Row<'jobs'>, handler: JobHandler): TakenJob {
		const workspaceId = row.workspace_id ?? '';
		const { database } = this.#parts;
		const context: JobContext = {
			...this.#parts,
			workspaceId,
			payload: JSON.parse(row.payload) as Record<string, string>,
			signal: this.#stop.signal,
			scope: scopeFor({ kind: 'host' }, 'write', workspaceId, database.read),
			write: (work) =>
				withWriteLock(workspaceId, () => database.write((tx) => asHolder(tx, row, work))),
			stage: (work) =>
				withWriteLock(workspaceId, () => database.stage((tx) => asHolder(tx, row, work)))
		};
		return { id: row.id, kind: row.kind, handler, context, attempts: row.attempts };
	}

	async #run(job: TakenJob): Promise<void> {
		const { clock, log } = this.#parts;
		const holding = setInterval(() => {
			// A lease that could not be made longer is looked at again in a minute.
			this.#leases.hold(job.id, addMinutes(clock.now(), leaseMinutes)).catch(() => undefined);
		}, minutesBetweenHolds * 60_000);
		holding.unref();
		try {
			// A job that took the process down with it never came to its `catch`.
			if (job.attempts > mostAttempts) throw new Error('It stopped each time it was tried.');
			const again = await job.handler.run(job.context);
			await this.#end(
				job,
				again
					? { leased_until: null, run_at: again.later, attempts: job.attempts - 1 }
					: { done_at: clock.now() }
			);
		} catch (error) {
			if (this.#stop.signal.aborted || error instanceof JobLost) return;
			const failure = error instanceof Error ? error.message : String(error);
			log.warn({ error, job: job.id, kind: job.kind, attempts: job.attempts }, 'a job failed');
			const last = job.attempts >= mostAttempts;
			const now = clock.now();
			const ended = last
				? { failed_at: now, failure }
				: { leased_until: null, failure, run_at: addMinutes(now, 2 ** job.attempts) };
			const mine = await this.#end(job, ended);
			if (last && mine) await job.handler.gaveUp?.(job.context, failure);
		} finally {
			clearInterval(holding);
		}
	}

	/** @returns whether this process still had the job: one that lost its lease says nothing about it */
	async #end(job: TakenJob, ended: JobEnd): Promise<boolean> {
		const { numUpdatedRows } = await this.#parts.database.write((tx) =>
			tx
				.updateTable('jobs')
				.set(ended)
				.where('id', '=', job.id)
				.where('attempts', '=', job.attempts)
				.executeTakeFirst()
		);
		return numUpdatedRows > 0n;
	}
}
