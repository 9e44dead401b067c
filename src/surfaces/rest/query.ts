import type { AnyOperation } from '#server/perform.ts';
import { inputFrom } from '../forms/fields.ts';
import { inputSchemaOf } from '../json-schema.ts';
import { unknownParameter } from './refusals.ts';

/** Names of the parameters in a path, `/interviews/{id}`. */
export function parametersIn(path: string): string[] {
	return [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
}

/** Whether the input of an operation is in the query (GET and DELETE) and not in the body. */
export function isInQuery({ http }: Pick<AnyOperation, 'http'>): boolean {
	return http.verb === 'GET' || http.verb === 'DELETE';
}

/** Names of the query parameters of an operation. */
export function queryNames(operation: AnyOperation): string[] {
	if (!isInQuery(operation)) return [];
	const inPath = parametersIn(operation.http.path);
	const { properties = {} } = inputSchemaOf(operation.input);
	return Object.keys(properties).filter((name) => !inPath.includes(name));
}

/**
 * Converts query parameters to the input of an operation, in the same way as form fields.
 * @throws Refusal `query.unknown` for a name that the operation does not have
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
