import { z } from 'zod';

export type Json = Record<string, unknown>;

/** The part of a JSON schema that says what a field takes. */
export interface FieldSchema {
	type?: string | string[];
	description?: string;
	format?: string;
	default?: unknown;
	const?: unknown;
	enum?: unknown[];
	minimum?: number;
	maximum?: number;
	maxLength?: number;
	properties?: Record<string, FieldSchema>;
	required?: string[];
	items?: FieldSchema;
	anyOf?: FieldSchema[];
	allOf?: FieldSchema[];
}

/**
 * A shape as JSON Schema 2020-12, by zod's own means; what JSON cannot say stands open.
 * @param io what may come in, or what goes out
 */
export function jsonSchemaOf(shape: z.ZodType, io: 'input' | 'output'): Json & FieldSchema {
	const { $schema, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any' }) as Json;
	void $schema;
	return schema;
}

const inputs = new WeakMap<z.ZodType, FieldSchema>();

/** The schema of an operation's input, made once: forms, addresses and options are read by it. */
export function inputSchemaOf(shape: z.ZodType): FieldSchema {
	const kept = inputs.get(shape) ?? jsonSchemaOf(shape, 'input');
	inputs.set(shape, kept);
	return kept;
}
