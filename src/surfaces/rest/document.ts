import { z } from 'zod';
import type { AnyOperation } from '#server/perform.ts';
import { version } from '#server/version.ts';

type Json = Record<string, unknown>;

/** Words for the groups of the document, one for each first part of a path. */
const groups: Record<string, string> = {
	profile: 'Who the explorer is, where they live, when they pause',
	pauses: 'Pauses of the season',
	keys: 'Keys that programs use',
	account: 'The account itself',
	clarity: 'Strengths, values, interests, criteria, readiness',
	themes: 'Dream career themes: three seats and a parking lot',
	people: 'The address book',
	imports: 'Files of contacts: read, look, keep or undo',
	organizations: 'Schools, associations and employers',
	interviews: 'One partner and one theme, from the wish to the thank-you',
	meetings: 'The agreed time of an interview: agreed, moved, called off',
	messages: 'Texts to a person, each with one purpose',
	templates: 'The explorer’s own wording',
	asks: 'One question to one’s circle, and what came of it',
	'asked-people': 'Who was asked for an introduction, and what they answered',
	introductions: 'Partners whom a connector brings',
	schools: 'Schools asked to connect one with alumni',
	gatherings: 'Events of associations, attended as a guest',
	'met-people': 'People met at an event, followed up or let be',
	consultations: 'A free career clarity talk with a coach',
	insights: 'What talks taught, one thing at a time',
	favours: 'What was given, both ways',
	named: 'Whom partners named',
	decisions: 'Themes side by side, and what was concluded about each',
	experiments: 'Rungs of the test-drive ladder above the talk',
	events: 'What happened, the newest last: ids and verbs, to be asked for again and again',
	today: 'What is next'
};

function parametersIn(path: string): string[] {
	return [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
}

function groupOf(operation: AnyOperation): string {
	return operation.http.path.split('/')[1] ?? '';
}

function schemaOf(shape: z.ZodType, io: 'input' | 'output'): Json {
	const { $schema, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any' }) as Json;
	void $schema;
	return schema;
}

const problem = {
	type: 'object',
	description: 'Why not, as RFC 9457 describes it',
	required: ['type', 'title', 'status', 'detail', 'code'],
	properties: {
		type: { type: 'string' },
		title: { type: 'string' },
		status: { type: 'integer' },
		detail: { type: 'string', description: 'What is wrong, what is safe, what to do' },
		code: { type: 'string', description: 'A stable name, `feature.reason`' },
		errors: {
			type: 'array',
			description: 'Sentences at fields of the input',
			items: {
				type: 'object',
				required: ['field', 'sentence'],
				properties: { field: { type: 'string' }, sentence: { type: 'string' } }
			}
		}
	}
};

function refusedAs(description: string): Json {
	return {
		description,
		content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
	};
}

const refusals: Json = {
	'401': refusedAs('No key, or one that was taken back'),
	'403': refusedAs('The key may not do this, or it needs a person'),
	'404': refusedAs('There is no such thing in this workspace'),
	'409': refusedAs('The method or another change says no'),
	'422': refusedAs('The input does not fit'),
	'429': refusedAs('Too many tries; Retry-After says how long to wait')
};

function describe(operation: AnyOperation): Json {
	const inPath = parametersIn(operation.http.path);
	const input = schemaOf(operation.input, 'input');
	const properties = (input.properties ?? {}) as Record<string, Json>;
	const required = (input.required ?? []) as string[];
	const rest = Object.keys(properties).filter((name) => !inPath.includes(name));
	const example = operation.example as Json;
	const inQuery = operation.http.verb === 'GET' || operation.http.verb === 'DELETE';
	const parameters = [
		...inPath.map((name) => ({ name, in: 'path', required: true, schema: properties[name] ?? {} })),
		...(inQuery
			? rest.map((name) => ({
					name,
					in: 'query',
					required: required.includes(name),
					schema: properties[name] ?? {}
				}))
			: [])
	].map((parameter) => ({
		...parameter,
		...(parameter.name in example ? { example: example[parameter.name] } : {})
	}));
	const bodyExample = Object.fromEntries(
		Object.entries(example).filter(([name]) => !inPath.includes(name))
	);
	return {
		operationId: operation.name,
		summary: operation.summary,
		description: `Effect: \`${operation.effect}\`. ${
			operation.effect === 'send' || operation.effect === 'secure'
				? 'A key does not reach this; it needs a person who signed in.'
				: 'A key that holds this effect reaches it.'
		}`,
		tags: [groupOf(operation)],
		...(parameters.length > 0 ? { parameters } : {}),
		...(!inQuery && rest.length > 0
			? {
					requestBody: {
						required: required.some((name) => rest.includes(name)),
						content: {
							'application/json': {
								schema: {
									...input,
									properties: Object.fromEntries(rest.map((name) => [name, properties[name]])),
									required: required.filter((name) => rest.includes(name))
								},
								example: bodyExample
							}
						}
					}
				}
			: {}),
		responses: {
			'200': {
				description: 'Done',
				content: { 'application/json': { schema: schemaOf(operation.output, 'output') } }
			},
			...refusals
		}
	};
}

/**
 * The OpenAPI 3.1 document, made of the operations alone; their shapes become JSON Schema by
 * zod's own means.
 */
export function openApiDocument(operations: readonly AnyOperation[]): Json {
	const paths: Record<string, Json> = {};
	for (const operation of operations) {
		const at = (paths[operation.http.path] ??= {});
		at[operation.http.verb.toLowerCase()] = describe(operation);
	}
	const used = [...new Set(operations.map(groupOf))];
	return {
		openapi: '3.1.0',
		info: {
			title: 'Imago',
			version,
			summary: 'Informational interviews, from the first wish to the decision',
			license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' }
		},
		servers: [{ url: '/api/v1' }],
		security: [{ key: [] }],
		tags: used.map((name) => ({ name, description: groups[name] ?? name })),
		paths,
		components: {
			securitySchemes: {
				key: { type: 'http', scheme: 'bearer', description: 'A key made in Settings' }
			},
			schemas: { Problem: problem }
		}
	};
}
