import { expect, test } from 'vitest';
import { addMinutes } from '#kernel/clock.ts';
import type { AnyOperation } from '#server/perform.ts';
import { operationNamed } from '#surfaces/registry.server.ts';
import type { TestApp } from './app.ts';
import type { RawRow } from './raw.ts';

/** A step on a thing that was made for it. */
export interface UndoCase {
	input: Record<string, unknown>;
	/** changes the same thing by another step; a pass of the clock lies between two of them */
	otherwise: (pass: () => void, done: Record<string, string>) => Promise<unknown>;
	/** whether the other step did what the undo would: then it finds nothing to do */
	already?: true;
	/** rows that stay by design, such as words that are kept on record */
	leaves?: (table: string, row: RawRow) => boolean;
}

/** What is logged, said or derived. */
const besides = new Set(['events', 'people_search']);

interface Looked {
	/** `table.column` of instants that say when it was put back: only whether there is one counts */
	restamped?: readonly string[];
	leaves?: UndoCase['leaves'];
}

async function rowsOf({ app, raw }: TestApp, { restamped = [], leaves }: Looked) {
	const tables = [...Object.keys(app.rowRules), 'webhooks'].filter((name) => !besides.has(name));
	const found: Record<string, string[]> = {};
	for (const table of tables) {
		const rows = (await raw.all(`select * from ${table}`)).filter((row) => !leaves?.(table, row));
		const compared = rows.map((row) =>
			Object.entries(row)
				.filter(([column]) => column !== 'changed_at')
				.map(([column, value]) => [
					column,
					restamped.includes(`${table}.${column}`) ? value !== null : value
				])
		);
		found[table] = compared.map((row) => JSON.stringify(row)).sort();
	}
	return found;
}

/**
 * Holds what operations declare as their undo: it leaves every row of the workspace as it was, and
 * refuses, or finds nothing to do, when the thing was changed otherwise since.
 * @param cases by the operation's name; each must have one
 */
export function holdUndo(
	house: () => TestApp,
	operations: readonly AnyOperation[],
	cases: Readonly<Record<string, () => Promise<UndoCase>>>,
	restamped: readonly string[] = []
): void {
	const declared = operations.filter(({ undo }) => undo);

	test('every operation with an undo is held to it', () => {
		expect(Object.keys(cases).sort()).toEqual(declared.map(({ name }) => name).sort());
	});

	const pass = () => house().clock.set(addMinutes(house().clock.now(), 1));
	const step = async (operation: AnyOperation, input: unknown) => {
		pass();
		const done = await house().as(operation, input);
		pass();
		const undo = operation.undo?.(done, operation.input.parse(input));
		const inverse = undo && operationNamed(undo.operation);
		if (!inverse) throw new Error(`${operation.name} gave no undo`);
		// As it comes back from the table of toasts.
		const kept: unknown = JSON.parse(JSON.stringify(undo.input));
		return { done, back: () => house().as(inverse, kept) };
	};

	test.each(declared)('$name is undone', async (operation) => {
		const made = await cases[operation.name]?.();
		const looked = { restamped, leaves: made?.leaves };
		const before = await rowsOf(house(), looked);
		const { back } = await step(operation, made?.input);
		expect(await rowsOf(house(), {})).not.toEqual(before);
		await back();
		expect(await rowsOf(house(), looked)).toEqual(before);
	});

	test.each(declared)('$name is not undone over another change', async (operation) => {
		const made = await cases[operation.name]?.();
		const { done, back } = await step(operation, made?.input);
		await made?.otherwise(pass, done as Record<string, string>);
		pass();
		const changed = await rowsOf(house(), {});
		if (made?.already) await back();
		else await expect(back()).rejects.toMatchObject({ kind: 'conflict' });
		expect(await rowsOf(house(), {})).toEqual(changed);
	});
}
