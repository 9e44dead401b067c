import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { addMinutes, type Clock, type Instant } from '#kernel/clock.ts';
import { jobLeasesOf, type JobLeases } from './job-leases.ts';
import { JobSchedule, mayBegin, type Share, type UnderWay } from './job-schedule.ts';
import type { Database } from './db/open.ts';
import type { Row, Tables } from './db/tables.ts';
import type { Log } from './log.ts';
import { scopeFor, type Scope } from './scope.server.ts';
import { newId } from './tokens.ts';
import { withWriteLock } from './write-lock.ts';

/** A job to queue: a row that is written in the transaction of the change it follows from. */
export interface NewJob {
	kind: string;
	/** ids only; the handler reads the data when it runs */
	payload: Record<string, string>;
	/** earliest start; at once when left out */
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
	/** a scope of the job's workspace on the read connection; the actor is the host */
	scope: Scope;
	/**
	 * runs one short transaction in the workspace; fails when another process has taken the job over
	 */
	write<Result>(work: (scope: Scope) => Promise<Result>): Promise<Result>;
	/** the same without waiting for the disk, for work that the job repeats after a crash */
	stage<Result>(work: (scope: Scope) => Promise<Result>): Promise<Result>;
}

/** Parts of the running app that every job gets. */
export type JobParts = Pick<JobContext, 'database' | 'clock' | 'log' | 'secret'>;

export interface Later {
	later: Instant;
}

export interface JobHandler {
	/**
	 * whether it takes seconds of processor time: of one workspace one such job runs at a time, and
	 * they never occupy all places of a process
	 */
	slow?: boolean;
	/**
	 * whether the handler has free capacity for what the job does beside the worker; yes when left
	 * out
	 */
	hasCapacity?(workspaceId: string): boolean;
	/**
	 * @returns `later` where there was no capacity: the job is tried again then, without counting an
	 * attempt
	 */
	run(context: JobContext): Promise<Later | undefined>;
	/** called once after the last failed attempt, so that the explorer sees what failed and why */
	gaveUp?(context: JobContext, failure: string): Promise<void>;
}

const mostAttempts = 5;
/** Duration of a lease: a job whose process died is taken again after it. */
const leaseMinutes = 5;
const minutesBetweenRenewals = 1;

/** A job that this process runs. */
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

/** The lease of the job was lost: another process has started the job again. */
class JobLost extends Error {
	constructor() {
		super('Another process has this job by now.');
		this.name = 'JobLost';
	}
}

/**
 * Runs work in the transaction only while this process holds the job; another one may have started
 * it again.
 * @throws JobLost
 */
async function asLeaseHolder<Result>(
	tx: Kysely<Tables>,
	{ id, attempts, workspace_id }: Row<'jobs'>,
	work: (scope: Scope) => Promise<Result>
): Promise<Result> {
	const held = await tx
		.selectFrom('jobs')
		.select('id')
		.where('id', '=', id)
		.where('attempts', '=', attempts)
		.executeTakeFirst();
	if (!held) throw new JobLost();
	return work(scopeFor({ kind: 'host' }, 'write', workspace_id ?? '', tx));
}

/** Queues a job, in the transaction of the change it follows from. */
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

/** Milliseconds until due jobs without capacity are tried again. */
const millisWithoutCapacity = 250;
/** Milliseconds for which the list of due jobs is reused. */
const dueMillis = 200;

interface Running extends UnderWay {
	ended: Promise<void>;
}

/**
 * The job worker of this process. It runs due jobs, a few at once and fairly between workspaces
 * (`job-schedule.ts`), each with a lease. A failed job is retried with exponential back-off (2, 4, 8,
 * 16 minutes), five attempts in all.
 */
export class JobWorker {
	readonly #handlers: Record<string, JobHandler>;
	readonly #parts: JobParts;
	readonly #stop = new AbortController();
	readonly #leases: JobLeases;
	readonly #turns = new JobSchedule();
	readonly #running = new Map<string, Running>();
	#timer: NodeJS.Timeout | undefined;
	/** resolves with the number of jobs that were started */
	#working: Promise<number> | undefined;
	/** the due shares as they were last read, and when */
	#due: { shares: Share[]; at: number } = { shares: [], at: -Infinity };
	#woken = Promise.withResolvers<undefined>();
	#lacksCapacity = false;

	constructor(handlers: Record<string, JobHandler>, parts: JobParts) {
		this.#handlers = handlers;
		this.#parts = parts;
		this.#leases = jobLeasesOf(parts.database, Object.keys(handlers));
	}

	/** Releases the leases of processes that have ended, and starts to work. */
	async start(): Promise<void> {
		await this.#leases.begin();
		this.wake();
	}

	/** Looks for due jobs now; called after every commit that queued some. */
	wake(): void {
		if (this.#stop.signal.aborted) return;
		this.#due.at = -Infinity;
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

	/**
	 * Stops after the jobs that run have ended. If the process ends first, their leases expire and
	 * they are run again.
	 */
	async stop(): Promise<void> {
		this.#stop.abort();
		this.#woken.resolve(undefined);
		clearTimeout(this.#timer);
		await this.#working;
		await Promise.all([...this.#running.values()].map(({ ended }) => ended));
		await this.#leases.end();
	}

	/** Runs jobs until none is due; for a program that ends after one command. */
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
				// SQLite queries block the thread: without this, requests would wait for all due jobs.
				await setImmediate();
			}
			if (this.#running.size === 0) return begun;
			const ends = [...this.#running.values()].map(({ ended }) => ended);
			await this.#raceOrPause([...ends, this.#woken.promise]);
		}
	}

	/**
	 * Waits for the end of a job, for `wake`, or for the poll interval, so that newly due jobs do not
	 * wait for a long job.
	 */
	async #raceOrPause(others: readonly Promise<unknown>[]): Promise<void> {
		const over = new AbortController();
		const options = { signal: over.signal, ref: false };
		const pause = sleep(this.#wait(), undefined, options).catch(() => undefined);
		await Promise.race([...others, pause]);
		over.abort();
	}

	#wait(): number {
		return this.#lacksCapacity ? millisWithoutCapacity : this.#leases.pollMillis;
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

	/** Acquires the next job that may start now. */
	async #take(): Promise<TakenJob | undefined> {
		const now = this.#parts.clock.now();
		if (this.#due.shares.length === 0 || performance.now() - this.#due.at > dueMillis) {
			this.#due = { shares: await this.#leases.due(now), at: performance.now() };
		}
		this.#lacksCapacity = false;
		for (const share of this.#turns.inOrder(this.#due.shares)) {
			const handler = this.#handlers[share.kind];
			if (!handler) continue;
			const candidate = { ...share, slow: handler.slow ?? false };
			if (!mayBegin(candidate, [...this.#running.values()])) continue;
			if (handler.hasCapacity?.(share.workspaceId) === false) {
				this.#lacksCapacity = true;
				continue;
			}
			const taken = await this.#leases.acquire(share, now, addMinutes(now, leaseMinutes));
			if (taken) {
				this.#turns.recordTurn(share);
				return this.#takenJob(taken, handler);
			}
			this.#due.shares = this.#due.shares.filter((each) => each !== share);
		}
		return undefined;
	}

	#takenJob(row: Row<'jobs'>, handler: JobHandler): TakenJob {
		const workspaceId = row.workspace_id ?? '';
		const { database } = this.#parts;
		const context: JobContext = {
			...this.#parts,
			workspaceId,
			payload: JSON.parse(row.payload) as Record<string, string>,
			signal: this.#stop.signal,
			scope: scopeFor({ kind: 'host' }, 'write', workspaceId, database.read),
			write: (work) =>
				withWriteLock(workspaceId, () => database.write((tx) => asLeaseHolder(tx, row, work))),
			stage: (work) =>
				withWriteLock(workspaceId, () => database.stage((tx) => asLeaseHolder(tx, row, work)))
		};
		return { id: row.id, kind: row.kind, handler, context, attempts: row.attempts };
	}

	async #run(job: TakenJob): Promise<void> {
		const { clock, log } = this.#parts;
		const renewal = setInterval(() => {
			// A lease that could not be renewed is tried again in a minute.
			this.#leases.renew(job.id, addMinutes(clock.now(), leaseMinutes)).catch(() => undefined);
		}, minutesBetweenRenewals * 60_000);
		renewal.unref();
		try {
			// A job that ended the process never reaches the `catch` below.
			if (job.attempts > mostAttempts) throw new Error('The job stopped at every attempt.');
			const postponed = await job.handler.run(job.context);
			await this.#end(
				job,
				postponed
					? { leased_until: null, run_at: postponed.later, attempts: job.attempts - 1 }
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
			const wasHeld = await this.#end(job, ended);
			if (last && wasHeld) await job.handler.gaveUp?.(job.context, failure);
		} finally {
			clearInterval(renewal);
		}
	}

	/** @returns whether this process still held the lease; without it nothing is written */
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
