import type { Config } from './config.ts';
import { openDatabase, type Database } from './db/open.ts';
import { openSharedFolder, openDataFolder, type DataFolder } from './data-folder.ts';
import { verifySecret } from './instance-secret.ts';

/** The persistent state of the instance: the data folder and the database. */
export interface Storage {
	folder: DataFolder;
	database: Database;
	close(): Promise<void>;
}

/**
 * Opens the data folder and the database that the settings name, and migrates the database.
 * @param onError called for connections that break while they are idle
 * @throws FolderRefused, NewerSchema, DatabaseRefused with a message for the terminal; nothing was
 * changed
 */
export async function openStorage(
	config: Config,
	onError: (error: Error) => void = () => undefined
): Promise<Storage> {
	const { postgres } = config;
	const folder = postgres
		? openSharedFolder(config.data, config.secret)
		: openDataFolder(config.data);
	try {
		const database = postgres
			? await (await import('./db/postgres/open.ts')).openPostgres({ ...postgres, onError })
			: openDatabase(folder.database);
		try {
			if (postgres) await verifySecret(database, folder.secret);
			folder.markReady();
		} catch (error) {
			await database.close();
			throw error;
		}
		return {
			folder,
			database,
			close: async () => {
				await database.close();
				folder.release();
			}
		};
	} catch (error) {
		folder.release();
		throw error;
	}
}
