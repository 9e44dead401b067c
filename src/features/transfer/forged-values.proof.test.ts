import { afterAll, beforeAll, expect, test } from 'vitest';
import { Refusal } from '#kernel/refusal.ts';
import { checkRows } from '#server/transfer/check-rows.ts';
import { readWorkspace } from '#server/transfer/read-workspace.ts';
import { rowChecker } from '#server/transfer/row-rules.ts';
import { schemaAt } from '#server/transfer/schema.ts';
import { rowRules } from '#surfaces/all-row-rules.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { importFile } from './operations/import-file.server.ts';
import { allForged, type Forged } from '#tests/support/transfer/forged.ts';
import type { ExportJson } from '#tests/support/transfer/full.ts';
import { callerNow, exported, fill } from '#tests/support/transfer/transfer.ts';
import { readEverything } from '#tests/support/transfer/reading.ts';

/**
 * With any forged value, the file is refused with the name of its column, or all reads still answer:
 * 29 of 423 such values once broke pages permanently.
 */
let testApp: TestApp;
let seed: ExportJson;
beforeAll(async () => {
	testApp = await openTestApp();
	await fill(testApp);
	seed = JSON.parse(await exported(testApp)) as ExportJson;
	delete seed.sum;
});
afterAll(() => testApp.close());

function withForged(forged: readonly Forged[]): ExportJson {
	const json = structuredClone(seed);
	for (const { table, column, value } of forged) {
		const row = json.tables[table]?.[0];
		if (row) row[column] = value;
	}
	return json;
}

/** The refusal of one value by the row rules alone, without a trial import of the file. */
function verdict({ table, column, value }: Forged): Refusal | undefined {
	const { [table]: rows = [] } = seed.tables;
	const tables = { ...seed.tables, [table]: [{ ...rows[0], [column]: value }] };
	try {
		const checked = checkRows(tables, schemaAt()).find((each) => each.table.name === table);
		const [values = []] = checked?.rows ?? [];
		const names = checked?.table.columns.map(({ name }) => name) ?? [];
		const rules = rowRules[table];
		if (!checked || !rules) throw new Error(`${table} has no rules.`);
		const row = Object.fromEntries(names.map((name, at) => [name, values[at] ?? null]));
		rowChecker(checked.table, rules)(row);
		return undefined;
	} catch (error) {
		if (error instanceof Refusal) return error;
		throw error;
	}
}

/** Whether a refusal names the table, and the column or one that has to agree with it. */
function isNamed({ sentence }: Refusal, { table, column }: Forged): boolean {
	if (!sentence.includes(`“${table}”`)) return false;
	const others = Object.keys(seed.tables[table]?.[0] ?? {});
	return [column, ...others].some((name) => sentence.includes(`“${name}”`));
}

/** Combines values of different columns in few files; ids, which connect rows, get files of their own. */
function inFiles(fitting: readonly Forged[]): Forged[][] {
	const files: Forged[][] = [];
	const counts = new Map<string, number>();
	for (const forged of fitting) {
		if (/(^|_)id$/.test(forged.column)) continue;
		const place = `${forged.table}.${forged.column}`;
		const at = counts.get(place) ?? 0;
		counts.set(place, at + 1);
		(files[at] ??= []).push(forged);
	}
	return files;
}

/**
 * Removes values from a file that do not fit to the rest of it.
 * @returns the fitting values, and the number of those refused by name
 */
async function together(file: readonly Forged[]): Promise<{ fits: Forged[]; refused: number }> {
	let fits = [...file];
	for (let refused = 0; ; refused += 1) {
		try {
			const bytes = Buffer.from(JSON.stringify(withForged(fits)));
			(await readWorkspace(bytes, rowRules)).file.close();
			return { fits, refused };
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			const [, table = ''] = /“(\w+)”/.exec(error.sentence) ?? [];
			const suspects = fits.filter((each) => each.table === table);
			const [culprit] = [
				...suspects.filter(({ column }) => error.sentence.includes(`“${column}”`)),
				...suspects
			];
			expect(culprit, error.sentence).toBeDefined();
			fits = fits.filter((each) => each !== culprit);
		}
	}
}

test('a forged value is refused by name, or every read still answers', async () => {
	const all = [...allForged(seed.tables)];
	const fitting: Forged[] = [];
	const unnamed: string[] = [];
	for (const forged of all) {
		const refusal = verdict(forged);
		if (!refusal) fitting.push(forged);
		else if (!isNamed(refusal, forged)) unnamed.push(`${forged.table}.${forged.column}`);
	}
	expect(unnamed).toEqual([]);
	let apart = 0;
	let reads = 0;
	for (const [at, file] of inFiles(fitting).entries()) {
		const { fits, refused } = await together(file);
		apart += refused;
		const caller = await testApp.another(`Explorer ${String(at)}`);
		await importFile(testApp.app, caller, Buffer.from(JSON.stringify(withForged(fits))));
		reads += (await readEverything(testApp, await callerNow(testApp, caller), 2)).length;
	}
	console.log(
		`${String(all.length)} forged values: ${String(all.length - fitting.length)} refused by name, ${String(fitting.length)} fit alone, ${String(apart)} of these not with others; ${String(reads)} reads answered`
	);
	expect(all.length).toBeGreaterThan(5000);
	expect(reads).toBeGreaterThan(1000);
}, 240_000);
