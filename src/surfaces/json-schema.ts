import { z } from 'zod';

export type Json = Record<string, unknown>;

/** The keywords of a JSON Schema that Imago reads. */
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
 * Converts a zod schema to JSON Schema 2020-12 with `z.toJSONSchema`; what JSON cannot express becomes
 * `{}`.
 * @param io whether it is what is accepted (`input`) or what is answered (`output`)
 */
export function jsonSchemaOf(zodSchema: z.ZodType, io: 'input' | 'output'): Json & FieldSchema {
	const { $schema, ...schema } = z.toJSONSchema(zodSchema, { io, unrepresentable: 'any' }) as Json;
	void $schema;
	return schema;
}

const inputs = new WeakMap<z.ZodType, FieldSchema>();

/**
 * The JSON Schema of an operation's input, cached: forms, addresses and command line options are read by
 * it.
 */
export function inputSchemaOf(zodSchema: z.ZodType): FieldSchema {
	const cached = inputs.get(zodSchema) ?? jsonSchemaOf(zodSchema, 'input');
	inputs.set(zodSchema, cached);
	return cached;
}
