import { createWriteStream, existsSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { importFile } from '#features/account/import-file.server.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Config } from '#server/config.ts';
import { exportBytes } from '#server/leaving/export-text.ts';
import { mostUnpacked } from '#server/leaving/format.ts';
import { tooLargeUnpacked } from '#server/leaving/refusals.ts';
import { openSnapshot } from '#server/leaving/snapshot.ts';
import { accountOf, placeFor, withDatabase } from './open.ts';

/**
 * Writes the export of an account's workspace (`docs/export.md`), while the server may be writing.
 * @param to a file that does not exist yet; packed where its name ends in .gz
 * @throws Refusal `account.missing`, `export.exists`, `backup.nothing`
 */
export async function exportFor(config: Config, email: string, to: string): Promise<void> {
	if (existsSync(to)) {
		throw refuse('conflict', 'export.exists', `${to} exists already. Name a file that does not.`);
	}
	const snapshot = await openSnapshot(placeFor(config));
	const draft = `${to}.draft`;
	try {
		const { workspaceId } = await accountOf(snapshot.db, email);
		const bytes = exportBytes(snapshot.scopeOf(workspaceId), snapshot.schema, /\.gz$/i.test(to));
		await pipeline(Readable.from(bytes), createWriteStream(draft, { mode: 0o600, flush: true }));
		renameSync(draft, to);
	} finally {
		await snapshot.close();
		rmSync(draft, { force: true });
	}
	process.stdout.write(
		`The whole workspace is in ${to}. It holds people's addresses: keep it safe.\n`
	);
}

/**
 * Brings an export into an account's empty workspace.
 * @throws Refusal `account.missing`, `import.no-file`, and those of `importFile`
 */
export async function importFor(config: Config, email: string, from: string): Promise<void> {
	if (!existsSync(from)) {
		throw refuse('missing', 'import.no-file', `${from} is not there. Name the file of an export.`);
	}
	if (statSync(from).size > mostUnpacked) throw tooLargeUnpacked();
	await withDatabase(config, async (database, secret) => {
		const { workspaceId } = await accountOf(database.read, email);
		const performer = {
			database,
			secret,
			clock: { now: () => new Date().toISOString() },
			jobs: { wake: () => undefined }
		};
		const caller = { actor: { kind: 'host' as const }, workspaceId };
		await importFile(performer, caller, readFileSync(from));
	});
	process.stdout.write(`Everything in ${from} is in the workspace of ${email} now.\n`);
}
