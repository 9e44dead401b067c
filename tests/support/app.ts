import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { z } from 'zod';
import { fixedClock } from '#kernel/clock.ts';
import type { Operation } from '#kernel/operation.ts';
import { readConfig } from '#server/config.ts';
import { perform, type Caller, type Context } from '#server/perform.ts';
import { newId } from '#server/tokens.ts';
import type { Engine } from '#server/db/connection-settings.ts';
import type { Tables } from '#server/db/tables.ts';
import { openApp, type App } from '#surfaces/app.server.ts';
import { dropDatabase, newDatabase } from './postgres.ts';
import { openRaw, type Raw } from './raw.ts';

/** The time at which tests start: a Monday morning in Stockholm. */
export const testStart = '2026-11-23T08:00:00.000Z';

export interface TestApp {
	app: App;
	clock: ReturnType<typeof fixedClock>;
	/** access to the database past the workspace guard and row-level security, by SQL */
	raw: Raw;
	/** the same by the query layer */
	open: Kysely<Tables>;
	/** environment by which another process opens the same data */
	environment: Record<string, string>;
	/** the explorer whose workspace `as` uses when no other caller is named */
	caller: Caller;
	/** another explorer with a workspace of their own */
	another(name: string): Promise<Caller>;
	/** performs an operation as a caller; its answer is checked against its schema */
	as<Input extends z.ZodType, Output extends z.ZodType>(
		operation: Operation<Input, Output, Context>,
		input: z.input<Input>,
		caller?: Caller
	): Promise<z.output<Output>>;
	/** waits until no job is due */
	settle(): Promise<void>;
	/** closes the app and opens it again on the same data */
	restart(): Promise<void>;
	close(): Promise<void>;
}

/** The engine of this run of the tests. */
export function testEngine(): Engine {
	return process.env.IMAGO_TEST_ENGINE === 'postgres' ? 'postgres' : 'sqlite';
}

async function addExplorer(app: App, name: string, zone: string): Promise<Caller> {
	const userId = newId();
	const workspaceId = newId();
	const now = app.clock.now();
	await app.database.write(async (tx) => {
		await tx
			.insertInto('auth_user')
			.values({
				id: userId,
				name,
				email: `${name.toLowerCase().replaceAll(' ', '.')}@people.example`,
				emailVerified: 0,
				image: null,
				createdAt: now,
				updatedAt: now
			})
			.execute();
		await tx
			.insertInto('workspaces')
			.values({
				id: workspaceId,
				user_id: userId,
				explorer_name: name,
				zone,
				holiday_country: null,
				created_at: now
			})
			.execute();
	});
	return { actor: { kind: 'explorer', userId, fresh: true }, workspaceId };
}

/**
 * Opens the whole app without HTTP, with a clock that stands still until it is moved: on a SQLite
 * file in a folder of its own, or on PostgreSQL (`vitest.postgres.config.ts`).
 */
export async function openTestApp(start = testStart, engine = testEngine()): Promise<TestApp> {
	const folder = mkdtempSync(join(tmpdir(), 'imago-test-'));
	const clock = fixedClock(start);
	const socket = engine === 'postgres' ? process.env.IMAGO_TEST_POSTGRES : undefined;
	const server = socket ? await newDatabase(socket) : undefined;
	const environment = { IMAGO_DATA: folder, ...(server ? { DATABASE_URL: server.url } : {}) };
	const config = readConfig({ ...environment, IMAGO_LOG: 'silent' });
	const begin = async () => {
		const app = await openApp(config, clock);
		const raw = await openRaw(app.database, server?.adminUrl);
		return { app, raw, open: raw.db };
	};
	const begun = await begin();
	const end = async (): Promise<void> => {
		await testApp.raw.close();
		await testApp.app.close();
	};
	const testApp: TestApp = {
		...begun,
		environment,
		clock,
		caller: await addExplorer(begun.app, 'Mara Lindqvist', 'Europe/Stockholm'),
		another: (name) => addExplorer(testApp.app, name, 'Europe/Lisbon'),
		as: async (operation, input, who = testApp.caller) => {
			const output = await perform(testApp.app, operation, who, input);
			return operation.output.parse(output);
		},
		settle: () => settled(testApp.app, clock.now),
		restart: async () => {
			await end();
			Object.assign(testApp, await begin());
		},
		close: async () => {
			await end();
			if (socket && server) await dropDatabase(socket, server.name);
			rmSync(folder, { recursive: true, force: true });
		}
	};
	return testApp;
}

async function settled(app: App, now: () => string): Promise<void> {
	for (const end = Date.now() + 30_000; Date.now() < end;) {
		const due = await app.database.read
			.selectFrom('jobs')
			.select('id')
			.where('done_at', 'is', null)
			.where('failed_at', 'is', null)
			.where('run_at', '<=', now())
			.limit(1)
			.executeTakeFirst();
		if (!due) return;
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
	throw new Error('Jobs did not settle in 30 seconds.');
}
