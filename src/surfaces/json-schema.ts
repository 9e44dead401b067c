import { z } from 'zod';

export type Json = Record<string, unknown>;

/**
 * A shape as JSON Schema 2020-12, by zod's own means; what JSON cannot say stands open.
 * @param io what may come in, or what goes out
 */
export function jsonSchemaOf(shape: z.ZodType, io: 'input' | 'output'): Json {
	const { $schema, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any' }) as Json;
	void $schema;
	return schema;
}
