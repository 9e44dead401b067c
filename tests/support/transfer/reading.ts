import { channels } from '#method/channels.ts';
import { purposes } from '#method/purposes.ts';
import { Refusal } from '#kernel/refusal.ts';
import { perform, type AnyOperation, type Caller } from '#server/perform.ts';
import { operations } from '#surfaces/registry.server.ts';
import type { TestApp } from '#tests/support/app.ts';

/** Duration and size of the answer of a read. */
export interface Reading {
	operation: string;
	input: Record<string, unknown>;
	milliseconds: number;
	bytes: number;
}

/** The table whose ids a path refers to. */
const tableOf: readonly (readonly [RegExp, string])[] = [
	[/^\/people\/\{id\}/, 'people'],
	[/^\/imports\/\{id\}/, 'imports'],
	[/^\/themes\/\{id\}/, 'themes'],
	[/^\/interviews\/\{/, 'interviews'],
	[/^\/introductions\/\{id\}/, 'introductions'],
	[/^\/introduction-requests\/\{id\}/, 'introduction_requests'],
	[/^\/schools\/\{id\}/, 'schools'],
	[/^\/events\/\{id\}/, 'association_events']
];

/** Inputs without an id, beside the empty one. */
const others: Record<string, Record<string, unknown>[]> = {
	'templates.get': purposes.flatMap((purpose) => channels.map((channel) => ({ purpose, channel }))),
	'people.find': [{ words: 'person' }, { words: 'canary' }],
	'people.list': [{ words: 'harbour' }, { limit: 100 }],
	'interviews.list': [{ stage: 'thanked' }, { stage: 'closed' }],
	'interviews.planningChoices': [{ words: 'person' }],
	'meetings.preview': [{ day: '2026-12-01', time: '16:00' }]
};

/** Every read operation by GET. */
const reads = Object.values(operations).filter(
	(each) => each.effect === 'read' && each.http?.verb === 'GET'
) as unknown as AnyOperation[];

async function inputsOf(
	{ raw }: Pick<TestApp, 'raw'>,
	operation: AnyOperation,
	workspaceId: string,
	most: number
): Promise<Record<string, unknown>[]> {
	const path = operation.http?.path ?? '';
	const table = tableOf.find(([pattern]) => pattern.test(path))?.[1];
	if (!table) return [{}, ...(others[operation.name] ?? [])];
	const rows = await raw.all(
		`select id from ${table} where workspace_id = ? order by id limit ${String(most)}`,
		workspaceId
	);
	const field = /\{(\w+)\}/.exec(path)?.[1] ?? 'id';
	return rows.map(({ id }) => ({ [field]: id }));
}

/**
 * Calls every GET operation of the registry for the first things that it can be about.
 * @param most things of each kind
 * @throws Error for any error that is not a refusal
 */
export async function readEverything(
	testApp: TestApp,
	caller: Caller,
	most: number
): Promise<Reading[]> {
	const readings: Reading[] = [];
	for (const operation of reads) {
		for (const input of await inputsOf(testApp, operation, caller.workspaceId, most)) {
			const begun = performance.now();
			const output = await answered(testApp, operation, caller, input);
			const milliseconds = performance.now() - begun;
			const bytes = Buffer.byteLength(JSON.stringify(output) ?? '');
			readings.push({ operation: operation.name, input, milliseconds, bytes });
		}
	}
	return readings;
}

async function answered(
	{ app }: TestApp,
	operation: AnyOperation,
	caller: Caller,
	input: Record<string, unknown>
): Promise<unknown> {
	try {
		return operation.output.parse(await perform(app, operation, caller, input));
	} catch (error) {
		if (error instanceof Refusal && ['missing', 'invalid', 'conflict'].includes(error.kind)) {
			return { refused: error.code };
		}
		throw new Error(`${operation.name} ${JSON.stringify(input)}`, { cause: error });
	}
}
