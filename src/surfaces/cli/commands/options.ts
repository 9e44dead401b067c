import type { FieldSchema } from '../../json-schema.ts';
import { flagOf } from './names.ts';

/** A command line option for one field of an input. */
export interface FieldOption {
	/** dotted path of the field */
	field: string;
	/** `--look-again-on` */
	flag: string;
	/** placeholder of the value in the help */
	placeholder: string;
	/** whether it may be given several times, for a list */
	repeats: boolean;
	/** whether the value is written as JSON, where its type is not a text or an enumeration */
	asJson: boolean;
	choices: readonly string[];
	help: string;
}

/** Splits the null case off a nullable schema. */
function unwrapNullable(schema: FieldSchema): { schema: FieldSchema; nullable: boolean } {
	const kinds = schema.anyOf ?? [];
	const some = kinds.filter(({ type }) => type !== 'null');
	const [only] = some;
	if (!only) return { schema, nullable: false };
	const nullable = some.length < kinds.length;
	return { schema: some.length === 1 ? { ...schema, ...only } : schema, nullable };
}

/** The placeholder for a value of this schema. */
function placeholderFor({ type, format, enum: choices }: FieldSchema): string {
	if (choices) return 'word';
	if (format === 'uuid') return 'id';
	if (format === 'date') return 'day';
	if (format === 'date-time') return 'instant';
	if (type === 'integer' || type === 'number') return 'number';
	return 'text';
}

function limitsOf({ minimum, maximum, maxLength, format }: FieldSchema): string | undefined {
	if (format === 'date') return 'like 2026-12-02';
	if (maxLength !== undefined) return `at most ${maxLength} characters`;
	if (minimum !== undefined && maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER) {
		return `${minimum} to ${maximum}`;
	}
	return undefined;
}

function optionFor(field: string, given: FieldSchema, needed: boolean): FieldOption {
	const { schema, nullable } = unwrapNullable(given);
	const repeats = schema.type === 'array';
	const one = repeats ? (schema.items ?? {}) : schema;
	const asJson = typeof one.type !== 'string' && !one.enum && !one.anyOf;
	const choices = (one.enum ?? (one.const === undefined ? [] : [one.const])).map(String);
	const words = [
		schema.description,
		choices.length > 0 ? undefined : limitsOf(one),
		asJson ? 'written as JSON' : undefined,
		repeats ? 'repeat for each' : undefined,
		nullable ? '"" for none' : undefined,
		schema.default === undefined ? undefined : `default ${JSON.stringify(schema.default)}`,
		needed ? 'needed' : undefined
	];
	return {
		field,
		flag: flagOf(field),
		placeholder: asJson ? 'json' : placeholderFor(one),
		repeats,
		asJson,
		choices,
		help: words.filter(Boolean).join('; ')
	};
}

/**
 * The options of an operation: one per field of its input, with dotted names for the fields of nested
 * objects.
 * @param prefix path of the object whose fields are listed
 */
export function optionsOf(schema: FieldSchema, prefix = ''): FieldOption[] {
	const required = prefix ? [] : (schema.required ?? []);
	return Object.entries(schema.properties ?? {}).flatMap(([name, field]) =>
		field.properties
			? optionsOf(field, `${prefix}${name}.`)
			: [optionFor(prefix + name, field, required.includes(name))]
	);
}
