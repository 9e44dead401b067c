import { existsSync, readFileSync, statSync } from 'node:fs';
import { refuse } from '#kernel/refusal.ts';
import type { Config } from '#server/config.ts';
import { hostBounds } from '#server/transfer/read-export-file.ts';
import { tooLargeUnpacked } from '#server/transfer/refusals.ts';
import { resolveUserPath } from '../paths.ts';
import { printLine } from '../show/print.ts';
import { requireNewFile, saveFile } from '../show/save.ts';
import { importWorkspace, operate } from '../transport/host-client.ts';
import { withTransport } from '../transport/with-transport.ts';

/**
 * Writes the export of an account's workspace (`docs/export.md`) to a file, with or without a running
 * server.
 * @param to a file that does not exist yet; gzip where its name ends in .gz
 * @throws Refusal `account.missing`, `export.exists`, `export.no-folder`
 */
export async function exportFor(config: Config, email: string, to: string): Promise<void> {
	const path = resolveUserPath(to);
	requireNewFile(path);
	const form = /\.gz$/i.test(to) ? 'json.gz' : 'json';
	await withTransport(config, async (transport) => {
		const { file } = await operate(transport, 'account.export', email, { form });
		if (!file) throw new Error('The export has no file.');
		await saveFile(file, path);
	});
	printLine(
		`The whole workspace is exported to ${to}. It contains people's addresses: keep it safe.`
	);
}

/**
 * Imports an export into the empty workspace of an account.
 * @throws Refusal `account.missing`, `import.no-file`, and those of `importFile`
 */
export async function importFor(config: Config, email: string, from: string): Promise<void> {
	const path = resolveUserPath(from);
	if (!existsSync(path)) {
		throw refuse(
			'missing',
			'import.no-file',
			`${from} was not found. Choose the file of an export.`
		);
	}
	if (statSync(path).size > hostBounds.bytes) throw tooLargeUnpacked(hostBounds.bytes);
	await withTransport(config, (transport) => importWorkspace(transport, email, readFileSync(path)));
	printLine(`Imported ${from} into the workspace of ${email}.`);
}
