import { randomBytes } from 'node:crypto';
import { startBalancer, type Balancer } from './balancer.ts';
import { newDatabase, startPostgres, type TestDatabase } from './postgres.ts';
import { freePort, startServer, type RunningServer } from './server.ts';

/** Two processes on one PostgreSQL, behind a load balancer. */
export interface Pair {
	origin: string;
	balancer: Balancer;
	database: TestDatabase;
	processes: RunningServer[];
	/** starts one more process */
	add(): Promise<RunningServer>;
	/** ends a process as a crash does */
	kill(server: RunningServer): Promise<void>;
	stop(): Promise<void>;
}

export async function startPair(environment: Record<string, string> = {}): Promise<Pair> {
	const postgres = await startPostgres();
	const database = await newDatabase(postgres.socket);
	const balancer = await startBalancer(await freePort());
	const secret = randomBytes(32).toString('hex');
	const processes: RunningServer[] = [];
	const refresh = () => balancer.use(processes.map(({ origin }) => origin));
	const pair: Pair = {
		origin: balancer.origin,
		balancer,
		database,
		processes,
		add: async () => {
			const server = await startServer({
				environment: {
					DATABASE_URL: database.url,
					IMAGO_SECRET: secret,
					IMAGO_ORIGIN: balancer.origin,
					...environment
				}
			});
			processes.push(server);
			refresh();
			return server;
		},
		// The balancer sends requests to it until it notices, as a real proxy does.
		kill: async (server) => {
			await server.stop({ signal: 'SIGKILL' });
			processes.splice(processes.indexOf(server), 1);
		},
		stop: async () => {
			for (const server of processes) await server.stop();
			await balancer.stop();
			await postgres.stop();
		}
	};
	await pair.add();
	await pair.add();
	return pair;
}
