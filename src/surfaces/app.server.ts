import type { Clock } from '#kernel/clock.ts';
import type { BetterAuth } from '#server/auth/better-auth.ts';
import { startPruning } from '#server/retention.ts';
import type { Config } from '#server/config.ts';
import type { Database } from '#server/db/open.ts';
import type { DataFolder } from '#server/data-folder.ts';
import { JobWorker } from '#server/job-worker.ts';
import { KnownCredentials } from '#server/known-credentials.ts';
import { DatabaseLimiter } from '#server/rate-limiter-in-database.ts';
import { MemoryLimiter, type Limiter } from '#server/rate-limiter.ts';
import { openLog, type Log } from '#server/log.ts';
import { openStorage } from '#server/open-storage.ts';
import { configureOutbound } from '#server/outbound/settings.ts';
import type { Performer } from '#server/perform.ts';
import { openSecurityLog, type SecurityLog } from '#server/security-log.ts';
import { jobHandlers } from './jobs.server.ts';
import { extensions } from './extensions.server.ts';
import { rowRules } from './all-row-rules.ts';

/**
 * The running application: the dependencies that every interface (pages, REST, MCP, command line) works
 * with.
 */
export interface App extends Performer {
	config: Config;
	folder: DataFolder;
	database: Database;
	clock: Clock;
	log: Log;
	limiter: Limiter;
	/** the credentials in use and their workspaces, so that admission can treat workspaces fairly */
	knownCredentials: KnownCredentials;
	security: SecurityLog;
	jobs: JobWorker;
	/** better-auth, loaded on first use */
	betterAuth(): Promise<BetterAuth>;
	close(): Promise<void>;
}

const systemClock: Clock = { now: () => new Date().toISOString() };

/**
 * Locks the data folder, opens and migrates the database of either engine, starts the job worker.
 * @throws FolderRefused, NewerSchema, DatabaseRefused with a sentence for the terminal; nothing was
 * changed
 */
export async function openApp(config: Config, clock: Clock = systemClock): Promise<App> {
	const log = openLog(config.logLevel);
	const storage = await openStorage(config, (error) => {
		log.warn({ error }, 'a connection to the database broke');
	});
	const { folder, database } = storage;
	configureOutbound(config);
	for (const path of folder.modes.mended) log.warn({ path }, 'others could read this until now');
	for (const reason of folder.modes.open) log.warn({ reason }, 'others can read this');
	const jobs = new JobWorker(jobHandlers, { database, clock, log, secret: folder.secret });
	const stopPruning = startPruning(database, clock, log, config.auditEventsKeepDays);
	let auth: Promise<BetterAuth> | undefined;
	const app: App = {
		config,
		folder,
		database,
		clock,
		log,
		secret: folder.secret,
		limiter:
			database.settings.engine === 'postgres' ? new DatabaseLimiter(database) : new MemoryLimiter(),
		knownCredentials: new KnownCredentials(),
		security: openSecurityLog(log, folder.secret),
		jobs,
		rowRules,
		extensions,
		betterAuth: () =>
			(auth ??= import('#server/auth/better-auth.ts').then((module) =>
				module.openBetterAuth({ config, database, secret: folder.secret })
			)),
		close: async () => {
			await stopPruning();
			await jobs.stop();
			await storage.close();
		}
	};
	await jobs.start();
	return app;
}
