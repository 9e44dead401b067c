import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '#server/root.ts';
import type { RunningServer } from './server.ts';
import { password, Visitor } from './visitor.ts';

/** A command of the host beside a running server, as its output. */
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

/** One more account, invited by the host and signed in. */
export async function anotherExplorer(
	server: RunningServer,
	name = 'Nadia Ferreira'
): Promise<Visitor> {
	const link = /\/begin\/[\w-]+/.exec(await imago(server, 'user', 'add'))?.[0] ?? '';
	const visitor = new Visitor(server.origin);
	const email = `${name.toLowerCase().replaceAll(' ', '.')}@people.example`;
	await visitor.post(link, { name, email, password, zone: 'Europe/Lisbon' });
	if ((await visitor.fetch('/')).status !== 200) await visitor.post('/signin', { email, password });
	return visitor;
}
