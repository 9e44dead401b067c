import { z } from 'zod';

/** The part of a JSON schema that says how a field is given as an option. */
export interface Schema {
	type?: string | string[];
	description?: string;
	format?: string;
	default?: unknown;
	const?: unknown;
	enum?: unknown[];
	minimum?: number;
	maximum?: number;
	maxLength?: number;
	properties?: Record<string, Schema>;
	required?: string[];
	items?: Schema;
	anyOf?: Schema[];
}

/** The schema of an operation's input. */
export function schemaOf(shape: z.ZodType): Schema {
	return z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) as Schema;
}

/** What a field may be when it is something, and whether it may be nothing. */
export function plainly(schema: Schema): { schema: Schema; orNothing: boolean } {
	const kinds = schema.anyOf ?? [];
	const some = kinds.filter(({ type }) => type !== 'null');
	const [only] = some;
	if (!only) return { schema, orNothing: false };
	const orNothing = some.length < kinds.length;
	return { schema: some.length === 1 ? { ...schema, ...only } : schema, orNothing };
}
