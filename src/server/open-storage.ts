import type { Config } from './config.ts';
import { openDatabase, type Database } from './db/open.ts';
import { shareFolder, takeFolder, type DataFolder } from './folder.ts';
import { verifySecret } from './instance-secret.ts';

/** Everything that outlives the process: the data folder, and the database in it or beside it. */
export interface Storage {
	folder: DataFolder;
	database: Database;
	close(): Promise<void>;
}

/**
 * Takes the data folder and opens the database that the settings name, migrated.
 * @param onError told of connections that break while nobody uses them
 * @throws FolderRefused, NewerSchema, DatabaseRefused: sentences for the terminal; nothing was changed
 */
export async function openStorage(
	config: Config,
	onError: (error: Error) => void = () => undefined
): Promise<Storage> {
	const { postgres } = config;
	const folder = postgres ? shareFolder(config.data, config.secret) : takeFolder(config.data);
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
