import { join } from 'node:path';
import { playSeason } from '../db/demo.ts';
import { explorer } from '../db/demo/explorer.ts';
import { fixedClock } from '#kernel/clock.ts';
import { signUp } from '#server/auth/accounts.ts';
import { makeLink } from '#server/auth/links.ts';
import { readConfig } from '#server/config.ts';
import { projectRoot } from '#server/root.ts';
import { openApp, type App } from '#surfaces/app.server.ts';

/**
 * `npm run demo`: plays an invented season into a folder of its own, `./data-demo` unless
 * IMAGO_DATA names another, then serves it. `--fill` stops before serving.
 */
const data = (process.env.IMAGO_DATA ??= join(projectRoot, 'data-demo'));

function say(text: string): void {
	process.stdout.write(`${text}\n`);
}

async function settled(app: App): Promise<void> {
	for (;;) {
		const due = await app.database.read
			.selectFrom('jobs')
			.select('id')
			.where('done_at', 'is', null)
			.where('failed_at', 'is', null)
			.where('run_at', '<=', app.clock.now())
			.limit(1)
			.executeTakeFirst();
		if (!due) return;
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
}

/** The account of the demo. @returns nothing where the folder has one already */
async function makeExplorer(app: App) {
	const anyone = await app.database.read
		.selectFrom('auth_user')
		.select('id')
		.limit(1)
		.executeTakeFirst();
	if (anyone) return undefined;
	const code = await app.database.write((tx) => makeLink(tx, 'account', app.clock.now()));
	await signUp(app, explorer, code, '127.0.0.1');
	return app.database.read
		.selectFrom('workspaces')
		.select(['id as workspaceId', 'user_id as userId'])
		.executeTakeFirstOrThrow();
}

const today = new Date().toISOString();
const clock = fixedClock(today);
const app = await openApp(readConfig({ ...process.env, IMAGO_LOG: 'silent' }), clock);
try {
	const account = await makeExplorer(app);
	if (account) {
		const { userId, workspaceId } = account;
		const caller = { actor: { kind: 'explorer' as const, userId, fresh: true }, workspaceId };
		await playSeason({ ...app, clock }, caller, today, () => settled(app));
		say(`An invented season of ten weeks is in ${data}.`);
	} else {
		say(`${data} has an account already; nothing was added to it.`);
	}
} finally {
	await app.close();
}
say(`Sign in as ${explorer.email} with the words: ${explorer.password}`);
if (!process.argv.includes('--fill')) await import('../src/server/main.ts');
