import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrateAsOwner } from '#server/db/postgres/open.ts';
import { projectRoot } from '#server/project-root.ts';

/**
 * A PostgreSQL server in a temporary folder, reached by a socket there; stopping it deletes
 * everything.
 */
export interface PostgresServer {
	/** folder of the socket, by which other processes reach the server */
	socket: string;
	process: ChildProcess;
	stop(): Promise<void>;
}

export interface TestDatabase {
	name: string;
	url: string;
	ownerUrl: string;
	/** connection URL of the administrator, who bypasses row-level security */
	adminUrl: string;
}

const template = 'imago_template';

function programs(): string {
	const home = '/usr/lib/postgresql';
	const versions = existsSync(home) ? readdirSync(home).sort((a, b) => Number(b) - Number(a)) : [];
	const found = versions.find((version) => existsSync(join(home, version, 'bin/initdb')));
	if (!found) {
		throw new Error(
			'PostgreSQL 15 or newer is needed for these tests. Install the package "postgresql".'
		);
	}
	return join(home, found, 'bin');
}

/**
 * The command to run a PostgreSQL program, not as root, which PostgreSQL refuses. The program ends
 * with this process, also when this one is killed.
 */
function command(program: string, words: string[]): [string, string[]] {
	if (process.getuid?.() !== 0) return [program, words];
	const person = ['--reuid=postgres', '--regid=postgres', '--clear-groups'];
	return ['setpriv', [...person, '--pdeathsig=INT', program, ...words]];
}

function run(program: string, words: string[]): void {
	const [name, given] = command(program, words);
	const done = spawnSync(name, given, { encoding: 'utf8', cwd: '/' });
	if (done.status !== 0) throw new Error(`${program}: ${done.stderr}${done.stdout}`);
}

const memory = '/dev/shm';
/** bytes that must be free; containers often have 64 MB there */
const leastMemory = 2 ** 30;

function hasMemory(): boolean {
	if (!existsSync(memory)) return false;
	const { bavail, bsize } = statfsSync(memory);
	return bavail * bsize > leastMemory;
}

/**
 * Creates a folder in memory where there is enough room: the database of each test is a copy of ten
 * megabytes.
 */
function ownedFolder(isOnDisk: boolean): string {
	const place = !isOnDisk && hasMemory() ? memory : tmpdir();
	const folder = mkdtempSync(join(place, 'imago-pg-'));
	if (process.getuid?.() === 0) {
		const id = (flag: string): number =>
			Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
		chownSync(folder, id('-u'), id('-g'));
	}
	return folder;
}

function address(socket: string, role: string, database: string): string {
	return `postgresql://${role}@localhost/${database}?host=${encodeURIComponent(socket)}`;
}

async function ask(socket: string, database: string, text: string): Promise<void> {
	const client = new pg.Client({ connectionString: address(socket, 'postgres', database) });
	await client.connect();
	try {
		await client.query(text);
	} finally {
		await client.end();
	}
}

async function untilReady(socket: string, stderr: () => string): Promise<void> {
	for (const end = Date.now() + 20_000; ;) {
		try {
			await ask(socket, 'postgres', 'select 1');
			return;
		} catch (error) {
			if (Date.now() > end)
				throw new Error(`PostgreSQL did not start: ${stderr()}`, { cause: error });
			await new Promise((resolve) => setTimeout(resolve, 50));
		}
	}
}

/**
 * Starts a server with the roles of `db/postgres-roles.sql` and a migrated template database. Tests
 * have it in memory, without waiting for the disk; with `onDisk` it is durable, as for a benchmark.
 * @param settings further settings of the server
 */
export async function startPostgres({
	settings = [],
	onDisk = false
}: { settings?: string[]; onDisk?: boolean } = {}): Promise<PostgresServer> {
	const bin = programs();
	const socket = ownedFolder(onDisk);
	const data = join(socket, 'data');
	run(join(bin, 'initdb'), [
		...['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8'],
		...['--locale=C.UTF-8', '--no-sync']
	]);
	const disk = `fsync=${onDisk ? 'on' : 'off'}`;
	const words = ['listen_addresses=', disk, 'max_connections=200', ...settings];
	const [name, given] = command(join(bin, 'postgres'), [
		...['-D', data, '-k', socket],
		...words.flatMap((word) => ['-c', word])
	]);
	const child = spawn(name, given, { cwd: '/' });
	let stderr = '';
	child.stderr.on('data', (chunk: Buffer) => (stderr = (stderr + chunk.toString()).slice(-4000)));
	const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	await untilReady(socket, () => stderr);
	const psql = spawnSync(
		join(bin, 'psql'),
		[
			...['-h', socket, '-U', 'postgres', '-q', '-v', `database=${template}`],
			...['-v', 'owner_password=owner', '-v', 'app_password=app'],
			...['-f', join(projectRoot, 'db/postgres-roles.sql')]
		],
		{ encoding: 'utf8' }
	);
	if (psql.status !== 0) throw new Error(psql.stderr);
	await migrateAsOwner(address(socket, 'imago_owner', template), 'imago');
	return {
		socket,
		process: child,
		stop: async () => {
			child.kill('SIGINT');
			await ended;
			rmSync(socket, { recursive: true, force: true });
		}
	};
}

let made = 0;

/** Creates a database for a test from the migrated template. */
export async function newDatabase(socket: string): Promise<TestDatabase> {
	made += 1;
	const name = `t_${process.pid}_${Date.now().toString(36)}_${made}_${Math.random().toString(36).slice(2, 8)}`;
	await ask(
		socket,
		'postgres',
		`create database ${name} template ${template} owner imago_owner strategy file_copy`
	);
	return {
		name,
		url: address(socket, 'imago', name),
		ownerUrl: address(socket, 'imago_owner', name),
		adminUrl: address(socket, 'postgres', name)
	};
}

export function dropDatabase(socket: string, name: string): Promise<void> {
	return ask(socket, 'postgres', `drop database if exists ${name} with (force)`);
}

/**
 * The schema from `pg_dump`, with policies and rights, for `db/schema.postgres.sql`, without what
 * differs between versions of the server.
 */
export function dumpPostgresSchema(socket: string): string {
	const words = ['--schema-only', '--no-comments', '-h', socket, '-U', 'postgres', template];
	const done = spawnSync(join(programs(), 'pg_dump'), words, {
		encoding: 'utf8',
		maxBuffer: 64 * 1024 * 1024
	});
	if (done.status !== 0) throw new Error(done.stderr);
	const lines = done.stdout
		.split('\n')
		.filter((line) => !/^(--|\\|SET |SELECT pg_catalog|ALTER .* OWNER TO)/.test(line))
		.join('\n')
		.replace(/\n{3,}/g, '\n\n')
		.trim();
	return `-- Generated by \`npm run schema\`; read it in every diff, never edit it.\n\n${lines}\n`;
}
