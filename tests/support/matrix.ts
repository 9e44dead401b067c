import { z } from 'zod';
import { Refusal } from '#kernel/refusal.ts';
import { perform, type AnyOperation, type Caller } from '#server/perform.ts';
import type { TestApp } from './app.ts';
import type { Seeded } from './canaries.ts';

/** How every operation is asked with own, foreign and missing things, from the registry itself. */
export interface Answer {
	output?: unknown;
	refusal?: { code: string; sentence: string; status: number };
}

export async function ask(
	house: TestApp,
	operation: AnyOperation,
	caller: Caller,
	input: unknown
): Promise<Answer> {
	try {
		return { output: await perform(house.app, operation, caller, input) };
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		const { code, sentence, status } = error;
		return { refusal: { code, sentence, status } };
	}
}

/** Names of the input's fields that hold ids of existing things, found in its JSON schema. */
export function idFields(operation: AnyOperation): string[] {
	const schema = z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }) as {
		properties?: Record<string, unknown>;
	};
	const inPath = new Set([...operation.http.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]));
	return Object.entries(schema.properties ?? {})
		.filter(
			([name, field]) =>
				JSON.stringify(field).includes('"uuid"') && (name !== 'id' || inPath.has('id'))
		)
		.map(([name]) => name);
}

export function withIds(
	operation: AnyOperation,
	id: (field: string) => string
): Record<string, unknown> {
	const input = { ...(operation.example as Record<string, unknown>) };
	for (const field of idFields(operation)) {
		input[field] = Array.isArray(input[field]) ? [id(field)] : id(field);
	}
	return input;
}

/** The table that an id field most likely means: its own name, else the path's first part. */
export function tableFor(operation: AnyOperation, field: string, seeded: Seeded): string[] {
	const stem = field.replace(/Ids?$/, '');
	const named = Object.keys(seeded.ids).filter((table) => table.startsWith(stem) && field !== 'id');
	if (named.length > 0) return named;
	const parts = operation.http.path.split('/').filter((part) => part && !part.startsWith('{'));
	return parts
		.toReversed()
		.flatMap((part) =>
			Object.keys(seeded.ids).filter(
				(table) => table.replaceAll('_', '') === part.replace(/[-_]/g, '').toLowerCase()
			)
		);
}
