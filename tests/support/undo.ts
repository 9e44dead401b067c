import { expect, test } from 'vitest';
import type { z } from 'zod';
import { addMinutes } from '#kernel/clock.ts';
import type { Operation } from '#kernel/operation.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { AnyOperation, Caller, Context } from '#server/perform.ts';
import { newId } from '#server/tokens.ts';
import { operationNamed } from '#surfaces/registry.server.ts';
import { performUndoable } from '#surfaces/undo.ts';
import type { TestApp } from './app.ts';
import type { RawRow } from './raw.ts';
import { openSeason, type Season } from './season-parts.ts';

/** Differences that an undo may leave; everything else of all workspaces must be equal. */
export interface Comparison {
	/** `table` or `table.column`, with the reason why it may differ */
	leaves?: Readonly<Record<string, string>>;
	/** the part of a row that is compared; undefined for a row that stays by design */
	part?: (table: string, row: RawRow) => RawRow | undefined;
}

/** Tables of logs, toasts, jobs and derived data, which an undo does not revert. */
const notReverted =
	/^(audit_events|toasts|jobs|idempotency_keys|deliveries|people_search.*|auth_.*|known_networks)$/;

type Rows = Record<string, string[]>;

/** Every row of every workspace, by table, without `changed_at`. */
async function rowsOf(
	testApp: TestApp,
	{ leaves = {}, part = (_, row) => row }: Comparison = {}
): Promise<Rows> {
	const tables = await testApp.open.introspection.getTables();
	const owned = tables.filter(
		({ name, isView, columns }) =>
			!isView &&
			!notReverted.test(name) &&
			!Object.hasOwn(leaves, name) &&
			columns.some((column) => column.name === 'workspace_id')
	);
	const compared = (table: string) => (row: RawRow) =>
		Object.entries(row)
			.filter(([column]) => column !== 'changed_at')
			.filter(([column]) => !Object.hasOwn(leaves, `${table}.${column}`));
	const rows: Rows = {};
	for (const { name } of owned) {
		const all = await testApp.raw.all(`select * from "${name}"`);
		const parts = all.map((row) => part(name, row)).filter((row) => row !== undefined);
		rows[name] = parts.map((row) => JSON.stringify(compared(name)(row))).sort();
	}
	return rows;
}

/** Texts of a user in an input, which must not be part of a URL. */
const wordsIn = (input: object): unknown[] =>
	Object.values(input).filter((value) => typeof value === 'string' && /\s|[“”’]/.test(value));

/** One account of a test app, whose steps are a minute apart. */
class Explorer {
	readonly #testApp: TestApp;
	readonly #caller: Caller;

	constructor(testApp: TestApp, caller: Caller) {
		this.#testApp = testApp;
		this.#caller = caller;
	}

	pass(): void {
		this.#testApp.clock.set(addMinutes(this.#testApp.clock.now(), 1));
	}

	rows(comparison?: Comparison): Promise<Rows> {
		return rowsOf(this.#testApp, comparison);
	}

	perform(operation: AnyOperation, input: unknown): Promise<unknown> {
		this.pass();
		return this.#testApp.as(operation, input, this.#caller);
	}

	/**
	 * Performs a step.
	 * @returns its answer, and a function that undoes it
	 */
	async step(operation: AnyOperation, input: unknown) {
		this.pass();
		const { output: done, undo } = await performUndoable(
			this.#testApp.app,
			operation,
			this.#caller,
			input
		);
		const inverse = undo && operationNamed(undo.operation);
		if (!inverse) throw new Error(`${operation.name} gave nothing that takes it back`);
		if (inverse.http.verb === 'DELETE') {
			expect(wordsIn(undo.input)).toEqual([]);
			const { text, reason } = input as Record<string, unknown>;
			const typed = [text, reason].filter((one) => typeof one === 'string');
			for (const one of typed) expect(Object.values(undo.input)).not.toContain(one);
		}
		// As it is read from the table of toasts.
		const kept: unknown = JSON.parse(JSON.stringify(undo.input));
		return { done, back: () => this.perform(inverse, kept) };
	}

	/** Performs a step, undoes it, and expects every row as before. */
	async isUndone(operation: AnyOperation, input: unknown, comparison?: Comparison): Promise<void> {
		const [before, whole] = [await this.rows(comparison), await this.rows()];
		const { back } = await this.step(operation, input);
		expect(await this.rows()).not.toEqual(whole);
		await back();
		expect(await this.rows(comparison)).toEqual(before);
	}

	/**
	 * Performs a step and another change after it, and expects that the undo is refused, or finds
	 * nothing to do.
	 */
	async isRefused(
		operation: AnyOperation,
		input: unknown,
		otherwise: (done: unknown) => Promise<unknown>,
		answer: 'conflict' | 'missing' | 'already' = 'conflict',
		/** tables that a job still changes */
		{ leaves = {} }: Comparison = {}
	): Promise<void> {
		const { done, back } = await this.step(operation, input);
		this.pass();
		await otherwise(done);
		const since = await this.rows({ leaves });
		if (answer === 'already') await back();
		else {
			const refusal: unknown = await back().catch((error: unknown) => error);
			expect(refusal).toBeInstanceOf(Refusal);
			expect(refusal).toMatchObject({ kind: answer });
		}
		expect(await this.rows({ leaves })).toEqual(since);
	}
}

const undoable = (operations: readonly AnyOperation[]) => operations.filter(({ undo }) => undo);

/** Defines a test that every operation with an undo has a case. */
export function holdAllUndoable(
	operations: readonly AnyOperation[],
	cases: readonly string[]
): void {
	test('every operation that declares what takes it back stands here', () => {
		const declared = undoable(operations).map(({ name }) => name);
		expect([...new Set(cases)].sort()).toEqual(declared.sort());
	});
}

/** A step on a thing that was created for it, in a test app that other cases use too. */
export interface MadeCase {
	input: Record<string, unknown>;
	/** changes the same thing by another step; `pass` moves the clock between two of them */
	otherwise: (pass: () => void, done: Record<string, string>) => Promise<unknown>;
	/** whether the other step did what the undo would do, so that it finds nothing to do */
	already?: true;
	part?: Comparison['part'];
}

/** Defines tests of the undo of operations, each on things that are created for it. */
export function holdUndo(
	testApp: () => TestApp,
	operations: readonly AnyOperation[],
	cases: Readonly<Record<string, () => Promise<MadeCase>>>
): void {
	holdAllUndoable(operations, Object.keys(cases));
	const made = async ({ name }: AnyOperation): Promise<MadeCase> => {
		const one = await cases[name]?.();
		if (!one) throw new Error(`There is no case of ${name}.`);
		return one;
	};

	test.each(undoable(operations))('$name is undone', async (operation) => {
		const { input, part } = await made(operation);
		const explorer = new Explorer(testApp(), testApp().caller);
		await explorer.isUndone(operation, input, part ? { part } : {});
	});

	test.each(undoable(operations))('$name is not undone over another change', async (operation) => {
		const { input, otherwise, already } = await made(operation);
		const explorer = new Explorer(testApp(), testApp().caller);
		const pass = (): void => {
			explorer.pass();
		};
		await explorer.isRefused(
			operation,
			input,
			(done) => otherwise(pass, done as Record<string, string>),
			already && 'already'
		);
	});
}

/** A step in a season of its own. */
export interface SeasonCase {
	/** makes its input, for each of the two runs */
	input: () => unknown;
	/** another change of the same thing, after which the undo must be refused */
	otherwise: () => Promise<unknown>;
	leaves?: NonNullable<Comparison['leaves']>;
}
export type SeasonCases = Readonly<Record<string, (season: Season) => Promise<SeasonCase>>>;

/** Tests the undo of one operation, twice in one season. */
export async function holdUndoInSeason(name: string, make: SeasonCases[string]): Promise<void> {
	const operation = operationNamed(name);
	if (!operation) throw new Error(`No operation is called ${name}.`);
	const season = await openSeason();
	try {
		const { input, otherwise, leaves = {} } = await make(season);
		const explorer = new Explorer(season, season.caller);
		await explorer.isUndone(operation, await input(), { leaves });
		await explorer.isRefused(operation, await input(), otherwise);
	} finally {
		await season.close();
	}
}

/** Performs an operation as the explorer of the case, a minute after the previous one. */
export type Do = <Input extends z.ZodType, Output extends z.ZodType>(
	operation: Operation<Input, Output, Context>,
	input: z.input<Input>
) => Promise<z.output<Output>>;

/** A case with an account of its own. */
export interface AccountCase {
	operation: string;
	/** distinguishes two cases of one operation */
	when: string;
	check(testApp: TestApp): Promise<void>;
}

interface Parts<Given, Done> extends Comparison {
	when?: string;
	/** creates what the operation is about; returns its input */
	input: (perform: Do, testApp: TestApp) => Given | Promise<Given>;
	/** a later change of the same thing, so that the undo is refused */
	otherwise: (perform: Do, done: Done, input: Given) => Promise<unknown>;
	/** `missing` where the thing itself does not exist any more */
	kind?: 'conflict' | 'missing';
	/** whether the thing is gone after the undo, so that the refusal is tested on another one */
	isOver?: boolean;
}

/** Makes a case whose types follow from the schemas of the operation. */
export function undoCase<Input extends z.ZodType, Output extends z.ZodType>(
	operation: Operation<Input, Output, Context>,
	{
		when = '',
		input,
		otherwise,
		kind,
		isOver,
		...comparison
	}: Parts<z.input<Input>, z.output<Output>>
): AccountCase {
	const check = async (testApp: TestApp): Promise<void> => {
		const caller = await testApp.another(`Explorer ${newId()}`);
		const explorer = new Explorer(testApp, caller);
		const any = operation as unknown as AnyOperation;
		const perform = ((wanted: AnyOperation, given: unknown) =>
			explorer.perform(wanted, given)) as unknown as Do;
		const given = await input(perform, testApp);
		await explorer.isUndone(any, given, { ...comparison });
		const anew = isOver ? await input(perform, testApp) : given;
		await explorer.isRefused(
			any,
			anew,
			(done) => otherwise(perform, done as z.output<Output>, anew),
			kind,
			comparison
		);
	};
	return { operation: operation.name, when, check };
}

/** Defines the tests of cases with accounts of their own. */
export function holdUndoOf(
	testApp: () => TestApp,
	operations: readonly AnyOperation[],
	cases: readonly AccountCase[]
): void {
	holdAllUndoable(
		operations,
		cases.map(({ operation }) => operation)
	);
	test.for(cases)('$operation is undone, and not once something followed: $when', ({ check }) =>
		check(testApp())
	);
}
