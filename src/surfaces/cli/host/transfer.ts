import { existsSync, readFileSync, statSync } from 'node:fs';
import { refuse } from '#kernel/refusal.ts';
import type { Config } from '#server/config.ts';
import { hostBounds } from '#server/transfer/read-export-file.ts';
import { tooLargeUnpacked } from '#server/transfer/refusals.ts';
import { fromHere } from '../paths.ts';
import { say } from '../show/print.ts';
import { requireNewFile, save } from '../show/save.ts';
import { withTransport } from '../transport/with-transport.ts';

/**
 * Writes the export of an account's workspace (`docs/export.md`), whether a server runs or not.
 * @param to a file that does not exist yet; packed where its name ends in .gz
 * @throws Refusal `account.missing`, `export.exists`, `export.no-folder`
 */
export async function exportFor(config: Config, email: string, to: string): Promise<void> {
	const path = fromHere(to);
	requireNewFile(path);
	const form = /\.gz$/i.test(to) ? 'json.gz' : 'json';
	await withTransport(config, async (way) => {
		const { file } = await way.ask({
			kind: 'operate',
			operation: 'account.export',
			account: email,
			input: { form }
		});
		if (!file) throw new Error('The export came without its file.');
		await save(file, path);
	});
	say(`The whole workspace is in ${to}. It holds people's addresses: keep it safe.`);
}

/**
 * Brings an export into an account's empty workspace.
 * @throws Refusal `account.missing`, `import.no-file`, and those of `importFile`
 */
export async function importFor(config: Config, email: string, from: string): Promise<void> {
	const path = fromHere(from);
	if (!existsSync(path)) {
		throw refuse('missing', 'import.no-file', `${from} is not there. Name the file of an export.`);
	}
	if (statSync(path).size > hostBounds.bytes) throw tooLargeUnpacked(hostBounds.bytes);
	await withTransport(config, (way) =>
		way.ask({ kind: 'arrive', account: email, bytes: readFileSync(path) })
	);
	say(`Everything in ${from} is in the workspace of ${email} now.`);
}
