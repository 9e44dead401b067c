import type { AnyOperation } from '#server/perform.ts';
import { inputFrom } from '../forms/fields.ts';
import { inputSchemaOf } from '../json-schema.ts';
import { unknownParameter } from './refusals.ts';

/** Names of the parameters in a path, `/interviews/{id}`. */
export function parametersIn(path: string): string[] {
	return [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
}

/** Whether an operation takes its input from the query. */
export function isInQuery({ http }: Pick<AnyOperation, 'http'>): boolean {
	return http.verb === 'GET' || http.verb === 'DELETE';
}

/** Names that the query of an operation may have. */
export function queryNames(operation: AnyOperation): string[] {
	if (!isInQuery(operation)) return [];
	const inPath = parametersIn(operation.http.path);
	const { properties = {} } = inputSchemaOf(operation.input);
	return Object.keys(properties).filter((name) => !inPath.includes(name));
}

/**
 * Query parameters are texts like the fields of a form, and become input the same way.
 * @throws Refusal `query.unknown` for a name that the operation does not know
 */
export function fromQuery(
	operation: AnyOperation,
	parameters: URLSearchParams
): Record<string, unknown> {
	const names = queryNames(operation);
	const form = new FormData();
	for (const [name, value] of parameters) {
		if (!names.includes(name)) throw unknownParameter(name, names);
		form.append(name, value);
	}
	return inputFrom(operation.input, form);
}
