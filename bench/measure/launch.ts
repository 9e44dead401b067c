import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '#server/project-root.ts';
import { Connection } from './connection.ts';
import { median, pause } from './figures.ts';
import { memoryOf, type Memory } from './memory.ts';

export interface Program {
	/** arguments of `node` */
	words: string[];
	folder: string;
	environment: Record<string, string>;
	port: number;
}

export interface Launched {
	origin: string;
	pid: number | undefined;
	/** milliseconds from the spawn to the first 200 of /healthz */
	millis: number;
	stop(): Promise<void>;
}

/**
 * Starts a server and polls /healthz until it answers 200.
 * @throws Error where it ends or does not answer within 20 s
 */
export async function launch(program: Program): Promise<Launched> {
	const from = performance.now();
	const child = spawn(join(projectRoot, 'node_modules/.bin/node'), program.words, {
		cwd: program.folder,
		stdio: ['ignore', 'ignore', 'inherit'],
		env: {
			PATH: process.env.PATH,
			HOME: process.env.HOME,
			PORT: String(program.port),
			...program.environment
		}
	});
	const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	const origin = `http://127.0.0.1:${program.port}`;
	const connection = new Connection(origin);
	for (;;) {
		const status = await connection.get('/healthz').then(
			(answer) => answer.status,
			() => 0
		);
		if (status === 200) break;
		if (child.exitCode !== null || performance.now() - from > 20_000) {
			child.kill('SIGKILL');
			throw new Error(`${program.words.join(' ')} did not start`);
		}
		await pause(3);
	}
	const millis = performance.now() - from;
	connection.close();
	return {
		origin,
		pid: child.pid,
		millis,
		stop: () => {
			child.kill('SIGTERM');
			return ended;
		}
	};
}

export interface Start {
	millis: number;
	/** memory one second after the start, before any page was requested */
	idle: Memory | undefined;
}

async function startOnce(program: Program): Promise<Start> {
	const launched = await launch(program);
	await pause(1000);
	const idle = memoryOf(launched.pid);
	await launched.stop();
	return { millis: launched.millis, idle };
}

/** Starts servers several times in rotation; the first start of each only warms the file cache. */
export async function measureStarts<Name extends string>(
	programs: Record<Name, Program>,
	rounds: number
): Promise<Record<Name, Start>> {
	const named = Object.entries<Program>(programs).map(([name, program]) => {
		return { name, program, starts: [] as Start[] };
	});
	for (const { program } of named) await startOnce(program);
	for (let round = 0; round < rounds; round += 1) {
		for (const { program, starts } of named) starts.push(await startOnce(program));
	}
	const measured = named.map(({ name, starts }): [string, Start] => {
		const measuredIdle = starts.flatMap(({ idle }) => (idle ? [idle] : []));
		const idle = {
			now: measuredIdle.length > 0 ? median(measuredIdle.map((each) => each.now)) : NaN,
			peak: measuredIdle.length > 0 ? median(measuredIdle.map((each) => each.peak)) : NaN
		};
		const millis = median(starts.map((each) => each.millis));
		return [name, { millis, idle: measuredIdle.length > 0 ? idle : undefined }];
	});
	return Object.fromEntries(measured) as Record<Name, Start>;
}
