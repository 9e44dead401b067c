import { startPostgres } from './postgres.ts';

/** Vitest's global set-up: one PostgreSQL for the whole run; workers find its socket here. */
export default async function setup(): Promise<() => Promise<void>> {
	const server = await startPostgres();
	process.env.IMAGO_TEST_POSTGRES = server.socket;
	return server.stop;
}
