import { startPostgres } from './postgres.ts';

/**
 * Global set-up of Vitest: starts one PostgreSQL server for the whole run; the workers find its
 * socket in the environment.
 */
export default async function setup(): Promise<() => Promise<void>> {
	const server = await startPostgres();
	process.env.IMAGO_TEST_POSTGRES = server.socket;
	return server.stop;
}
