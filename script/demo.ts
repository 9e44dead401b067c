import { join } from 'node:path';
import { explorer } from '../db/demo/explorer.ts';
import { projectRoot } from '#server/project-root.ts';
import { fillDemo } from './fill-demo.ts';

/**
 * `npm run demo`: fills a folder with the demo season, `./data-demo` unless IMAGO_DATA names another,
 * then serves it. With `--fill` it does not serve.
 */
const data = (process.env.IMAGO_DATA ??= join(projectRoot, 'data-demo'));

function say(text: string): void {
	process.stdout.write(`${text}\n`);
}

say(
	(await fillDemo(data, new Date().toISOString()))
		? `An invented season of ten weeks is in ${data}.`
		: `${data} has an account already; nothing was added to it.`
);
say(`Sign in as ${explorer.email} with the words: ${explorer.password}`);
if (!process.argv.includes('--fill')) await import('../src/server/main.ts');
