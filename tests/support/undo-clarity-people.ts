import { expect } from 'vitest';
import type { z } from 'zod';
import { addMinutes } from '#kernel/clock.ts';
import type { Operation } from '#kernel/operation.ts';
import type { AnyOperation, Caller, Context } from '#server/perform.ts';
import { newId } from '#server/secrets.ts';
import { operationNamed } from '#surfaces/registry.server.ts';
import type { TestApp } from './app.ts';

/** Performs an operation as the explorer of the case, a minute after the one before. */
export type Do = <Input extends z.ZodType, Output extends z.ZodType>(
	operation: Operation<Input, Output, Context>,
	input: z.input<Input>
) => Promise<z.output<Output>>;

/** One way to undo an operation. */
export interface UndoCase {
	operation: string;
	/** tells two cases of one operation apart */
	when: string;
	/** holds that the undo leaves all as it was, and is refused once something followed */
	check(house: TestApp): Promise<void>;
}

interface Parts<Given, Done> {
	when?: string;
	/** makes what the operation is about; gives its input */
	input: (perform: Do, house: TestApp) => Given | Promise<Given>;
	/** what somebody does to the same thing after the operation, so that its undo is refused */
	otherwise: (perform: Do, done: Done, input: Given) => Promise<unknown>;
	/** where the thing itself is gone by then, it is missing */
	kind?: 'conflict' | 'missing';
	/** tables in which the undo leaves rows that are new, or which it clears by a job */
	leaves?: readonly string[];
	/** once undone it is over, and what follows is about another one */
	isOver?: boolean;
}

/** Histories and caches: what was done stays written, whatever is taken back. */
const notCompared = new Set(['events', 'toasts', 'jobs', 'kept_answers', 'people_search']);
/** In these a row that was withdrawn is history, which no page shows. */
const keepsHistory = new Set(['readiness_statements', 'consultations']);

type Rows = Map<string, string[]>;

/**
 * A row without what an undo cannot know: when something is written anew, and a statement's own id.
 * Since when a theme is first counts only while it is.
 */
function comparable(table: string, row: Record<string, unknown>): string {
	const left = ['changed_at'];
	if (table === 'readiness_statements') left.push('id');
	if (table === 'themes' && row.seat !== 1) left.push('top_since');
	const kept = Object.entries(row)
		.filter(([column]) => !left.includes(column))
		.map(([column, value]) => [
			column,
			/_at$|^since$/.test(column) && value !== null ? 'set' : value
		]);
	return JSON.stringify(Object.fromEntries(kept));
}

/** Every row that a workspace has, by table. */
async function rowsOf(
	house: TestApp,
	{ workspaceId }: Caller,
	leaves: readonly string[]
): Promise<Rows> {
	const rows: Rows = new Map();
	const tables = await house.open.introspection.getTables();
	for (const { name, columns } of tables) {
		if (notCompared.has(name) || leaves.includes(name)) continue;
		if (!columns.some((column) => column.name === 'workspace_id')) continue;
		const all = await house.raw.all(`select * from "${name}" where workspace_id = ?`, workspaceId);
		const standing = all.filter((row) => !keepsHistory.has(name) || row.withdrawn_at === null);
		rows.set(name, standing.map((row) => comparable(name, row)).sort());
	}
	return rows;
}

/** A case of an operation that declares its undo. */
export function undoCase<Input extends z.ZodType, Output extends z.ZodType>(
	operation: Operation<Input, Output, Context>,
	parts: Parts<z.input<Input>, z.output<Output>>
): UndoCase {
	const { when = '', leaves = [], kind = 'conflict' } = parts;
	const check = async (house: TestApp): Promise<void> => {
		const caller = await house.another(`Explorer ${newId()}`);
		const perform: Do = (wanted, input) => {
			house.clock.set(addMinutes(house.clock.now(), 1));
			return house.as(wanted, input, caller);
		};
		const undo = (done: z.output<Output>, input: z.input<Input>) => {
			const step = operation.undo?.(done, operation.input.parse(input));
			const inverse = step && operationNamed(step.operation);
			if (!inverse) throw new Error(`${operation.name} has nothing that undoes it`);
			// As it is kept with its toast.
			return perform(inverse, JSON.parse(JSON.stringify(step.input)));
		};
		const input = await parts.input(perform, house);
		const before = await rowsOf(house, caller, leaves);
		await undo(await perform(operation, input), input);
		expect(await rowsOf(house, caller, leaves)).toEqual(before);

		const anew = parts.isOver ? await parts.input(perform, house) : input;
		const again = await perform(operation, anew);
		await parts.otherwise(perform, again, anew);
		const since = await rowsOf(house, caller, leaves);
		await expect(undo(again, anew)).rejects.toMatchObject({ name: 'Refusal', kind });
		expect(await rowsOf(house, caller, leaves)).toEqual(since);
	};
	return { operation: operation.name, when, check };
}

/** The names of the operations that declare an undo. */
export function undoable(operations: readonly AnyOperation[]): string[] {
	return operations.filter(({ undo }) => undo).map(({ name }) => name);
}
