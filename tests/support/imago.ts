import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '#server/project-root.ts';
import { command } from '#surfaces/cli/transport/host-client.ts';
import { socketClient } from '#surfaces/cli/transport/socket-client.ts';
import type { RunningServer } from './server.ts';
import { password, Visitor } from './visitor.ts';

/**
 * Runs a command of the host beside a running server.
 * @returns its output
 */
export async function imago(
	{ data, environment }: Pick<RunningServer, 'data' | 'environment'>,
	...words: string[]
): Promise<string> {
	const child = spawn(
		join(projectRoot, 'node_modules/.bin/node'),
		['--disable-warning=ExperimentalWarning', 'src/surfaces/cli/main.ts', ...words],
		{
			cwd: projectRoot,
			env: { PATH: process.env.PATH, HOME: process.env.HOME, IMAGO_DATA: data, ...environment }
		}
	);
	let out = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.on('data', (piece: Buffer) => (out += piece.toString()));
	}
	const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
	if (code !== 0) throw new Error(`imago ${words.join(' ')} ended with ${String(code)}: ${out}`);
	return out;
}

/** The path of a link for a new account, from a running server, as `imago user add` prints it. */
export async function invitation({ data }: Pick<RunningServer, 'data'>): Promise<string> {
	const transport = await socketClient(data);
	if (!transport) throw new Error(`No server listens in ${data}.`);
	const output = await command(transport, 'user.add');
	await transport.close();
	const path = /\/begin\/[\w-]+/.exec(JSON.stringify(output))?.[0];
	if (!path) throw new Error(`The host gave no link: ${JSON.stringify(output)}`);
	return path;
}

/** The e-mail address of `anotherExplorer`; the name must be new to the server. */
export const emailOf = (name: string): string =>
	`${name.toLowerCase().replaceAll(' ', '.')}@people.example`;

/** Creates one more account by an invitation of the host and signs it in. */
export async function anotherExplorer(
	server: Pick<RunningServer, 'data' | 'origin'>,
	name = 'Nadia Ferreira'
): Promise<Visitor> {
	const visitor = new Visitor(server.origin);
	const email = emailOf(name);
	const fields = { name, email, password, zone: 'Europe/Lisbon' };
	const steps = [
		[await invitation(server), fields],
		['/signin', { email, password }]
	] as const;
	for (const [path, body] of steps) {
		const { status } = await visitor.post(path, body);
		if (status !== 303) throw new Error(`${path} of ${email} answered ${status}`);
	}
	return visitor;
}
