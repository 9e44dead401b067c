import { json } from '@sveltejs/kit';
import { version } from '#server/version.ts';
import type { RequestHandler } from './$types';

/** Whether the program works, and on what; nothing about anybody's data. */
export const GET: RequestHandler = async ({ locals: { app } }) => {
	await app.database.read.selectFrom('instance').select('name').limit(1).execute();
	return json({
		status: 'ok',
		version,
		schema: app.database.schemaVersion,
		engine: app.database.engine,
		timeZoneData: process.versions.tz
	});
};
