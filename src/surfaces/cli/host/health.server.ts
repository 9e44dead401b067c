import { z } from 'zod';
import { keepFromOthers } from '#server/files.ts';
import { version } from '#server/version.ts';
import { hostCommand } from './command.server.ts';

/**
 * Health of the instance: versions, database engine, and file permissions of the data folder. `mended`
 * lists files whose permissions were corrected, `readableByOthers` those that could not be.
 */
export const health = hostCommand(z.object({}), async ({ database, folder }) => {
	await database.read.selectFrom('instance').select('name').limit(1).execute();
	const now = keepFromOthers(folder.path);
	return {
		version,
		schema: database.schemaVersion,
		engine: database.settings.engine,
		timeZoneData: process.versions.tz,
		dataFolder: folder.path,
		mended: [...folder.modes.mended, ...now.mended],
		readableByOthers: now.open
	};
});
