import { expect, test } from 'vitest';
import type { z } from 'zod';
import { addMinutes } from '#kernel/clock.ts';
import type { Operation } from '#kernel/operation.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { AnyOperation, Caller, Context } from '#server/perform.ts';
import { newId } from '#server/secrets.ts';
import { operationNamed } from '#surfaces/registry.server.ts';
import { performUndoable } from '#surfaces/undo.ts';
import type { TestApp } from './app.ts';
import type { RawRow } from './raw.ts';
import { openSeason, type Season } from './season-parts.ts';

/** What an undo need not leave as it was; all else of the workspace must be equal. */
export interface Look {
	/** `table`, or `table.column`, and why it may be another */
	leaves?: Readonly<Record<string, string>>;
	/** the part of a row that is compared; nothing for a row that stays by design */
	part?: (table: string, row: RawRow) => RawRow | undefined;
}

/** What is logged, said, queued or derived: what was done stays written, whatever is taken back. */
const besides =
	/^(audit_events|toasts|jobs|idempotency_keys|deliveries|people_search.*|auth_.*|known_networks)$/;

type Rows = Record<string, string[]>;

/** Every row of every workspace, by table; when a row was changed last is no part of it. */
async function rowsOf(
	house: TestApp,
	{ leaves = {}, part = (_, row) => row }: Look = {}
): Promise<Rows> {
	const tables = await house.open.introspection.getTables();
	const owned = tables.filter(
		({ name, isView, columns }) =>
			!isView &&
			!besides.test(name) &&
			!Object.hasOwn(leaves, name) &&
			columns.some((column) => column.name === 'workspace_id')
	);
	const compared = (table: string) => (row: RawRow) =>
		Object.entries(row)
			.filter(([column]) => column !== 'changed_at')
			.filter(([column]) => !Object.hasOwn(leaves, `${table}.${column}`));
	const rows: Rows = {};
	for (const { name } of owned) {
		const all = await house.raw.all(`select * from "${name}"`);
		const parts = all.map((row) => part(name, row)).filter((row) => row !== undefined);
		rows[name] = parts.map((row) => JSON.stringify(compared(name)(row))).sort();
	}
	return rows;
}

/** Texts that are no id, instant, sum or word of the method: they must not stand in an address. */
const wordsIn = (input: object): unknown[] =>
	Object.values(input).filter((value) => typeof value === 'string' && /\s|[“”’]/.test(value));

/** One account of a house, whose steps are a minute apart. */
class Explorer {
	readonly #house: TestApp;
	readonly #caller: Caller;

	constructor(house: TestApp, caller: Caller) {
		this.#house = house;
		this.#caller = caller;
	}

	pass(): void {
		this.#house.clock.set(addMinutes(this.#house.clock.now(), 1));
	}

	rows(look?: Look): Promise<Rows> {
		return rowsOf(this.#house, look);
	}

	perform(operation: AnyOperation, input: unknown): Promise<unknown> {
		this.pass();
		return this.#house.as(operation, input, this.#caller);
	}

	/** Does a step. @returns what it answered, and what takes it back */
	async step(operation: AnyOperation, input: unknown) {
		this.pass();
		const { output: done, undo } = await performUndoable(
			this.#house.app,
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
		// As it comes back from the table of toasts.
		const kept: unknown = JSON.parse(JSON.stringify(undo.input));
		return { done, back: () => this.perform(inverse, kept) };
	}

	/** Does a step and takes it back: every row is as it was. */
	async isUndone(operation: AnyOperation, input: unknown, look?: Look): Promise<void> {
		const [before, whole] = [await this.rows(look), await this.rows()];
		const { back } = await this.step(operation, input);
		expect(await this.rows()).not.toEqual(whole);
		await back();
		expect(await this.rows(look)).toEqual(before);
	}

	/**
	 * Does a step, lets something else follow, and is refused, or finds nothing to do, when it takes the
	 * step back.
	 */
	async isRefused(
		operation: AnyOperation,
		input: unknown,
		otherwise: (done: unknown) => Promise<unknown>,
		answer: 'conflict' | 'missing' | 'already' = 'conflict',
		/** tables that a job still works on */
		{ leaves = {} }: Look = {}
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

/** Holds that every operation that declares what takes it back is among the cases. */
export function holdAllUndoable(
	operations: readonly AnyOperation[],
	cases: readonly string[]
): void {
	test('every operation that declares what takes it back stands here', () => {
		const declared = undoable(operations).map(({ name }) => name);
		expect([...new Set(cases)].sort()).toEqual(declared.sort());
	});
}

/** A step on a thing that was made for it, in a house that others use, too. */
export interface MadeCase {
	input: Record<string, unknown>;
	/** changes the same thing by another step; a pass of the clock lies between two of them */
	otherwise: (pass: () => void, done: Record<string, string>) => Promise<unknown>;
	/** whether the other step did what the undo would: then it finds nothing to do */
	already?: true;
	part?: Look['part'];
}

/** Holds what operations declare as their undo, each on things that are made twice for it. */
export function holdUndo(
	house: () => TestApp,
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
		const explorer = new Explorer(house(), house().caller);
		await explorer.isUndone(operation, input, part ? { part } : {});
	});

	test.each(undoable(operations))('$name is not undone over another change', async (operation) => {
		const { input, otherwise, already } = await made(operation);
		const explorer = new Explorer(house(), house().caller);
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
	/** its input, asked for each time anew */
	input: () => unknown;
	/** another change of the same thing, after which nothing is taken back */
	otherwise: () => Promise<unknown>;
	leaves?: NonNullable<Look['leaves']>;
}
export type SeasonCases = Readonly<Record<string, (season: Season) => Promise<SeasonCase>>>;

/** Holds what one operation declares as its undo, twice in one season. */
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

/** Performs an operation as the explorer of the case, a minute after the one before. */
export type Do = <Input extends z.ZodType, Output extends z.ZodType>(
	operation: Operation<Input, Output, Context>,
	input: z.input<Input>
) => Promise<z.output<Output>>;

/** A step of an account of its own. */
export interface AccountCase {
	operation: string;
	/** tells two cases of one operation apart */
	when: string;
	check(house: TestApp): Promise<void>;
}

interface Parts<Given, Done> extends Look {
	when?: string;
	/** makes what the operation is about; gives its input */
	input: (perform: Do, house: TestApp) => Given | Promise<Given>;
	/** what somebody does to the same thing after the operation, so that its undo is refused */
	otherwise: (perform: Do, done: Done, input: Given) => Promise<unknown>;
	/** where the thing itself is gone by then, it is missing */
	kind?: 'conflict' | 'missing';
	/** once undone it is over, and what follows is about another one */
	isOver?: boolean;
}

/** A case of an operation whose types say what it is given and answers. */
export function undoCase<Input extends z.ZodType, Output extends z.ZodType>(
	operation: Operation<Input, Output, Context>,
	{ when = '', input, otherwise, kind, isOver, ...look }: Parts<z.input<Input>, z.output<Output>>
): AccountCase {
	const check = async (house: TestApp): Promise<void> => {
		const caller = await house.another(`Explorer ${newId()}`);
		const explorer = new Explorer(house, caller);
		const any = operation as unknown as AnyOperation;
		const perform = ((wanted: AnyOperation, given: unknown) =>
			explorer.perform(wanted, given)) as unknown as Do;
		const given = await input(perform, house);
		await explorer.isUndone(any, given, { ...look });
		const anew = isOver ? await input(perform, house) : given;
		await explorer.isRefused(
			any,
			anew,
			(done) => otherwise(perform, done as z.output<Output>, anew),
			kind,
			look
		);
	};
	return { operation: operation.name, when, check };
}

/** Holds cases of accounts of their own. */
export function holdUndoOf(
	house: () => TestApp,
	operations: readonly AnyOperation[],
	cases: readonly AccountCase[]
): void {
	holdAllUndoable(
		operations,
		cases.map(({ operation }) => operation)
	);
	test.for(cases)('$operation is undone, and not once something followed: $when', ({ check }) =>
		check(house())
	);
}
