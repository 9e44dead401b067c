import { jsonSchemaOf } from '../../json-schema.ts';
import type { AnyOperation } from '#server/perform.ts';
import { isInQuery, parametersIn } from '../query.ts';
import { groupOf } from './groups.ts';
import { answerHeader, standing, type Json } from './parts.ts';
import { refusalsOf } from './refusals.ts';

function isWrite({ effect }: AnyOperation): boolean {
	return effect !== 'read';
}

/** Parameters of path, query and headers, with what the example says of each. */
function parametersOf(operation: AnyOperation, input: Json): Json[] {
	const inPath = parametersIn(operation.http.path);
	const properties = (input.properties ?? {}) as Record<string, Json>;
	const required = (input.required ?? []) as string[];
	const example = operation.example as Json;
	const inQuery = isInQuery(operation)
		? Object.keys(properties).filter((name) => !inPath.includes(name))
		: [];
	const named = [
		...inPath.map((name) => ({ name, in: 'path', required: true })),
		...inQuery.map((name) => ({ name, in: 'query', required: required.includes(name) }))
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

function bodyOf(operation: AnyOperation, input: Json): Json | undefined {
	const inPath = parametersIn(operation.http.path);
	const properties = (input.properties ?? {}) as Record<string, Json>;
	const names = Object.keys(properties).filter((name) => !inPath.includes(name));
	if (isInQuery(operation) || names.length === 0) return undefined;
	const required = ((input.required ?? []) as string[]).filter((name) => names.includes(name));
	const schema = {
		...input,
		properties: Object.fromEntries(names.map((name) => [name, properties[name]])),
		required
	};
	const example = Object.fromEntries(
		Object.entries(operation.example as Json).filter(([name]) => !inPath.includes(name))
	);
	return {
		required: required.length > 0,
		content: { 'application/json': { schema, example } }
	};
}

/** What is answered, with how it is taken back where it can be. */
function answerSchema(operation: AnyOperation): Json {
	const schema = jsonSchemaOf(operation.output, 'output');
	if (!operation.undo) return schema;
	const properties = schema.properties as Json;
	return { ...schema, properties: { ...properties, undo: { $ref: '#/components/schemas/Undo' } } };
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
		headers: { ...own, ...standing },
		content: { 'application/json': { schema: answerSchema(operation) } }
	};
	const known = { description: 'Still what you know', headers: { ...own, ...standing } };
	return { '200': done, ...(isGet ? { '304': known } : {}), ...refusalsOf(operation) };
}

/** One operation as the document describes it. */
export function describe(operation: AnyOperation): Json {
	const input = jsonSchemaOf(operation.input, 'input');
	const parameters = parametersOf(operation, input);
	const requestBody = bodyOf(operation, input);
	const needsPerson = operation.effect === 'send' || operation.effect === 'secure';
	return {
		operationId: operation.name,
		summary: operation.summary,
		description: `Effect: \`${operation.effect}\`. ${
			needsPerson
				? 'A key does not reach this; it needs a person who signed in.'
				: 'A key that holds this effect reaches it.'
		}`,
		tags: [groupOf(operation)],
		...(parameters.length > 0 ? { parameters } : {}),
		...(requestBody ? { requestBody } : {}),
		responses: answersOf(operation)
	};
}
