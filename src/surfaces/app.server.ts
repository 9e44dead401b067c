import type { Clock } from '#kernel/clock.ts';
import type { BetterAuth } from '#server/auth/better-auth.ts';
import { keepClean } from '#server/clean.ts';
import type { Config } from '#server/config.ts';
import { openDatabase, type Database } from '#server/db/open.ts';
import { takeFolder, type DataFolder } from '#server/folder.ts';
import { JobWorker } from '#server/jobs.ts';
import { MemoryLimiter, type Limiter } from '#server/limiter.ts';
import { openLog, type Log } from '#server/log.ts';
import { configureOutbound } from '#server/outbound/settings.ts';
import type { Performer } from '#server/perform.ts';
import { jobHandlers } from './jobs.server.ts';

/** The running program: every door gets what it needs from here. */
export interface App extends Performer {
	config: Config;
	folder: DataFolder;
	database: Database;
	clock: Clock;
	log: Log;
	limiter: Limiter;
	jobs: JobWorker;
	/** better-auth, loaded when it is first needed */
	betterAuth(): Promise<BetterAuth>;
	close(): Promise<void>;
}

const systemClock: Clock = { now: () => new Date().toISOString() };

/**
 * Takes the data folder, opens and migrates the database, starts the job worker.
 * @throws FolderRefused, NewerSchema: sentences for the terminal; nothing was changed
 */
export async function openApp(config: Config, clock: Clock = systemClock): Promise<App> {
	const log = openLog(config.logLevel);
	configureOutbound(config);
	const folder = takeFolder(config.data);
	let database: Database;
	try {
		database = openDatabase(folder.database);
		folder.markReady();
	} catch (error) {
		folder.release();
		throw error;
	}
	const jobs = new JobWorker(jobHandlers, { database, clock, log, secret: folder.secret });
	const stopCleaning = await keepClean(database, clock, log);
	let auth: Promise<BetterAuth> | undefined;
	const app: App = {
		config,
		folder,
		database,
		clock,
		log,
		secret: folder.secret,
		limiter: new MemoryLimiter(),
		jobs,
		betterAuth: () =>
			(auth ??= import('#server/auth/better-auth.ts').then((module) =>
				module.openBetterAuth({ config, database, secret: folder.secret })
			)),
		close: async () => {
			stopCleaning();
			await jobs.stop();
			await database.close();
			folder.release();
		}
	};
	await jobs.start();
	return app;
}
