import { join } from 'node:path';
import { explorer } from '../db/demo/explorer.ts';
import { projectRoot } from '#server/root.ts';
import { fillDemo } from './fill-demo.ts';

/**
 * `npm run demo`: plays an invented season into a folder of its own, `./data-demo` unless
 * IMAGO_DATA names another, then serves it. `--fill` stops before serving.
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
