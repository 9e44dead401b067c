import { z } from 'zod';
import { Refusal } from '#kernel/refusal.ts';
import { perform, type AnyOperation, type Caller } from '#server/perform.ts';
import type { TestApp } from './app.ts';
import type { Seeded } from './canaries.ts';

/** Answer of an operation that is called with own, foreign or missing ids. */
export interface Answer {
	output?: unknown;
	refusal?: { code: string; sentence: string; status: number };
}

export async function ask(
	testApp: TestApp,
	operation: AnyOperation,
	caller: Caller,
	input: unknown
): Promise<Answer> {
	try {
		return { output: await perform(testApp.app, operation, caller, input) };
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		const { code, sentence, status } = error;
		return { refusal: { code, sentence, status } };
	}
}

/**
 * Names of the input fields that hold ids of existing things, from the JSON schema of the input.
 */
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

/**
 * The tables that an id field most likely refers to: by its own name, else by the path of the
 * operation.
 */
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
