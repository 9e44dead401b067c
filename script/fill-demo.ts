import { runDemo } from '../db/demo.ts';
import { explorer } from '../db/demo/explorer.ts';
import { fixedClock } from '#kernel/clock.ts';
import { signUp } from '#server/auth/accounts.ts';
import { makeLink } from '#server/auth/links.ts';
import { readConfig } from '#server/config.ts';
import { openApp, type App } from '#surfaces/app.server.ts';

async function waitForJobs(app: App): Promise<void> {
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

/**
 * Creates the account of the demo.
 * @returns undefined where the folder has an account already
 */
async function makeExplorer(app: App) {
	const anyone = await app.database.read
		.selectFrom('auth_user')
		.select('id')
		.limit(1)
		.executeTakeFirst();
	if (anyone) return undefined;
	const code = await app.database.write((tx) => makeLink(tx, 'account', app.clock.now()));
	await signUp(app, explorer, code, { address: '127.0.0.1' });
	return app.database.read
		.selectFrom('workspaces')
		.select(['id as workspaceId', 'user_id as userId'])
		.executeTakeFirstOrThrow();
}

/**
 * Fills a data folder with the demo season, unless it has an account.
 * @param data the folder
 * @param today the last instant of the season
 * @returns whether anything was added
 */
export async function fillDemo(data: string, today: string): Promise<boolean> {
	const clock = fixedClock(today);
	const config = readConfig({ ...process.env, IMAGO_DATA: data, IMAGO_LOG: 'silent' });
	const app = await openApp(config, clock);
	try {
		const account = await makeExplorer(app);
		if (!account) return false;
		const { userId, workspaceId } = account;
		const caller = { actor: { kind: 'explorer' as const, userId, fresh: true }, workspaceId };
		await runDemo({ ...app, clock }, caller, today, () => waitForJobs(app));
		return true;
	} finally {
		await app.close();
	}
}
