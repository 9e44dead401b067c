import type { AnyOperation } from '#server/perform.ts';
import { inputSchemaOf, jsonSchemaOf, type FieldSchema, type Json } from '../../json-schema.ts';
import { isInQuery, parametersIn, queryNames } from '../query.ts';
import { groupOf } from './groups.ts';
import { answerHeader, quotaHeaders } from './parts.ts';
import { refusalsOf } from './refusals.ts';

function isWrite({ effect }: AnyOperation): boolean {
	return effect !== 'read';
}

/** Parameters in path, query and headers, with the values of the example. */
function parametersOf(operation: AnyOperation, { properties = {}, required = [] }: FieldSchema) {
	const example = operation.example as Json;
	const named = [
		...parametersIn(operation.http.path).map((name) => ({ name, in: 'path', required: true })),
		...queryNames(operation).map((name) => ({
			name,
			in: 'query',
			required: required.includes(name)
		}))
	].map((parameter) => ({
		...parameter,
		schema: properties[parameter.name] ?? {},
		...(parameter.name in example ? { example: example[parameter.name] } : {})
	}));
	const headers =
		operation.http.verb === 'GET'
			? ['If-None-Match']
			: isWrite(operation)
				? ['Idempotency-Key', 'If-Match']
				: [];
	return [...named, ...headers.map((name) => ({ $ref: `#/components/parameters/${name}` }))];
}

function bodyOf(operation: AnyOperation, input: FieldSchema): Json | undefined {
	const inPath = parametersIn(operation.http.path);
	const inBody = ([name]: [name: string, value: unknown]): boolean => !inPath.includes(name);
	const properties = Object.entries(input.properties ?? {}).filter(inBody);
	if (isInQuery(operation) || properties.length === 0) return undefined;
	const required = (input.required ?? []).filter((name) => !inPath.includes(name));
	const schema = { ...input, properties: Object.fromEntries(properties), required };
	const example = Object.fromEntries(Object.entries(operation.example as Json).filter(inBody));
	return {
		required: required.length > 0,
		content: { 'application/json': { schema, example } }
	};
}

/** The schema of the answer, with `undo` where the operation declares one. */
function answerSchema(operation: AnyOperation): Json {
	const schema = jsonSchemaOf(operation.output, 'output');
	if (!operation.undo) return schema;
	const undo = { $ref: '#/components/schemas/Undo' };
	return { ...schema, properties: { ...schema.properties, undo } };
}

function answersOf(operation: AnyOperation): Json {
	const isGet = operation.http.verb === 'GET';
	const own = isGet
		? { ETag: answerHeader('ETag') }
		: isWrite(operation)
			? { 'Idempotency-Replayed': answerHeader('Idempotency-Replayed') }
			: {};
	const done = {
		description: 'Done',
		headers: { ...own, ...quotaHeaders },
		content: { 'application/json': { schema: answerSchema(operation) } }
	};
	const notModified = { description: 'Not modified', headers: { ...own, ...quotaHeaders } };
	return { '200': done, ...(isGet ? { '304': notModified } : {}), ...refusalsOf(operation) };
}

/** The OpenAPI operation object of an operation. */
export function describe(operation: AnyOperation): Json {
	const input = inputSchemaOf(operation.input);
	const parameters = parametersOf(operation, input);
	const requestBody = bodyOf(operation, input);
	const needsPerson = operation.effect === 'send' || operation.effect === 'secure';
	return {
		operationId: operation.name,
		summary: operation.summary,
		description: `Effect: \`${operation.effect}\`. ${
			needsPerson
				? 'A key cannot do this. A signed-in person is needed.'
				: 'A key with this effect can do this.'
		}`,
		tags: [groupOf(operation)],
		...(parameters.length > 0 ? { parameters } : {}),
		...(requestBody ? { requestBody } : {}),
		responses: answersOf(operation)
	};
}
