import { z } from 'zod';
import { keepFromOthers } from '#server/files.ts';
import { version } from '#server/version.ts';
import { hostCommand } from './command.server.ts';

/**
 * What the host should know of the instance: versions, the engine, and whether the data folder is
 * its owner's alone. `readableByOthers` names what could not be kept from others.
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
