import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { z } from 'zod';
import { fixedClock } from '#kernel/clock.ts';
import type { Operation } from '#kernel/operation.ts';
import { readConfig } from '#server/config.ts';
import { perform, type Caller, type Context } from '#server/perform.ts';
import { newId } from '#server/secrets.ts';
import { openApp, type App } from '#surfaces/app.server.ts';

/** A Monday morning in Stockholm. */
export const testStart = '2026-11-23T08:00:00.000Z';

export interface TestApp {
	app: App;
	clock: ReturnType<typeof fixedClock>;
	/** the explorer whose workspace `as` uses when no other caller is named */
	caller: Caller;
	/** another explorer with a workspace of their own */
	another(name: string): Promise<Caller>;
	/** performs an operation as a caller, its answer checked against its own shape */
	as<Input extends z.ZodType, Output extends z.ZodType>(
		operation: Operation<Input, Output, Context>,
		input: z.input<Input>,
		caller?: Caller
	): Promise<z.output<Output>>;
	/** waits until no job is due */
	settle(): Promise<void>;
	close(): Promise<void>;
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
 * The whole program on a real SQLite file in a folder of its own, without HTTP, with a clock that
 * stands still until it is moved.
 */
export async function openTestApp(start = testStart): Promise<TestApp> {
	const folder = mkdtempSync(join(tmpdir(), 'imago-test-'));
	const clock = fixedClock(start);
	const app = await openApp(readConfig({ IMAGO_DATA: folder, IMAGO_LOG: 'silent' }), clock);
	const caller = await addExplorer(app, 'Mara Lindqvist', 'Europe/Stockholm');
	return {
		app,
		clock,
		caller,
		another: (name) => addExplorer(app, name, 'Europe/Lisbon'),
		as: async (operation, input, who = caller) => {
			const output = await perform(app, operation, who, input);
			return operation.output.parse(output);
		},
		settle: async () => {
			for (let tries = 0; tries < 2000; tries += 1) {
				const due = await app.database.read
					.selectFrom('jobs')
					.select('id')
					.where('done_at', 'is', null)
					.where('failed_at', 'is', null)
					.where('run_at', '<=', clock.now())
					.limit(1)
					.executeTakeFirst();
				if (!due) return;
				await new Promise((resolve) => setTimeout(resolve, 5));
			}
			throw new Error('Jobs did not settle in 10 seconds.');
		},
		close: async () => {
			await app.close();
			rmSync(folder, { recursive: true, force: true });
		}
	};
}
