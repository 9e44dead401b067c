import { expect } from 'vitest';
import { Refusal } from '#kernel/refusal.ts';
import type { UndoStep } from '#kernel/operation.ts';
import { addMinutes } from '#kernel/clock.ts';
import type { AnyOperation } from '#server/perform.ts';
import { operationNamed } from '#surfaces/registry.server.ts';
import { openSeason, type Season } from './season-parts.ts';

/** One operation to be taken back, in a season of its own. */
export interface Undoable {
	/** its input, asked for each time anew */
	input: () => unknown;
	/** another change of the same thing, after which nothing is taken back */
	otherwise: () => Promise<unknown>;
	/** `table`, or `table.column`, that the way back leaves as it is, and why it may */
	leaves?: Record<string, string>;
}
export type Undoables = Record<string, (season: Season) => Promise<Undoable>>;

/** What happened and what is remembered of it, beside the things themselves. */
const beside = ['events', 'toasts', 'jobs', 'kept_answers', 'deliveries'];

/** Every row of the workspace, by its table; when a row was changed last is no part of it. */
async function rowsOf({ open, caller }: Season, leaves: Record<string, string>) {
	const tables = (await open.introspection.getTables()).filter(
		({ name, isView, columns }) =>
			!isView &&
			!beside.includes(name) &&
			!name.startsWith('people_search') &&
			leaves[name] === undefined &&
			columns.some((column) => column.name === 'workspace_id')
	);
	const rows: Record<string, string[]> = {};
	for (const { name } of tables) {
		const found = await open
			.selectFrom(name as 'people')
			.selectAll()
			.where('workspace_id', '=', caller.workspaceId)
			.execute();
		const kept = found.map((row) =>
			Object.entries(row).filter(
				([column]) => column !== 'changed_at' && leaves[`${name}.${column}`] === undefined
			)
		);
		rows[name] = kept.map((row) => JSON.stringify(Object.fromEntries(row))).sort();
	}
	return rows;
}

function named(name: string): AnyOperation {
	const operation = operationNamed(name);
	if (!operation) throw new Error(`No operation is called ${name}.`);
	return operation;
}

/**
 * Does it, takes it back and finds every row as it was; does it again, changes the same thing
 * otherwise, and is refused.
 */
export async function takesBack(name: string, make: Undoables[string]): Promise<void> {
	const season = await openSeason();
	const later = (): void => {
		season.clock.set(addMinutes(season.clock.now(), 1));
	};
	const operation = named(name);
	const done = async (input: unknown): Promise<UndoStep> => {
		later();
		const output = await season.as(operation, input);
		const step = operation.undo?.(output, operation.input.parse(input));
		if (!step) throw new Error(`Nothing takes ${name} back.`);
		return step;
	};
	const takeBack = (step: UndoStep): Promise<unknown> => {
		later();
		return season.as(named(step.operation), step.input);
	};
	try {
		const { input, otherwise, leaves = {} } = await make(season);
		const before = await rowsOf(season, leaves);
		const step = await done(await input());
		expect(await rowsOf(season, leaves)).not.toEqual(before);
		await takeBack(step);
		expect(await rowsOf(season, leaves)).toEqual(before);
		const again = await done(await input());
		later();
		await otherwise();
		const since = await rowsOf(season, {});
		const refusal: unknown = await takeBack(again).catch((error: unknown) => error);
		expect(refusal).toBeInstanceOf(Refusal);
		expect(refusal).toMatchObject({ kind: 'conflict' });
		expect(await rowsOf(season, {})).toEqual(since);
	} finally {
		await season.close();
	}
}
