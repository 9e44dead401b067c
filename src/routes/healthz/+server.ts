import { json } from '@sveltejs/kit';
import { version } from '#server/version.ts';
import type { RequestHandler } from './$types';

/** Health check: state and versions of the program, without user data. */
export const GET: RequestHandler = async ({ locals: { app } }) => {
	try {
		await app.database.read.selectFrom('instance').select('name').limit(1).execute();
	} catch (error) {
		app.log.warn({ error }, 'the database does not answer');
		const headers = { 'retry-after': '5' };
		return json({ status: 'the database does not answer', version }, { status: 503, headers });
	}
	return json({
		status: 'ok',
		version,
		schema: app.database.schemaVersion,
		engine: app.database.place.engine,
		timeZoneData: process.versions.tz
	});
};
