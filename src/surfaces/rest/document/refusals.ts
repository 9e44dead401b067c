import { missing, otherBody, type Refusal } from '#kernel/refusal.ts';
import { tooMany } from '#server/rate-limiter.ts';
import { notAllowed } from '#server/scope.server.ts';
import type { AnyOperation } from '#server/perform.ts';
import { noKey } from '../../caller.server.ts';
import { notJson, tooLarge, usualBodyBytes } from '../../json-body.ts';
import type { Json } from '../../json-schema.ts';
import { isInQuery } from '../query.ts';
import { preconditionFailed, failed, unknownParameter } from '../refusals.ts';
import { answerHeader, quotaHeaders } from './parts.ts';

interface Answer {
	description: string;
	/** a typical refusal, as the example */
	refusal: Refusal;
	headers?: Json;
}

/** The error responses, by status. */
const answers: Record<string, Answer> = {
	'401': { description: 'No key, or a removed key', refusal: noKey, headers: {} },
	'403': {
		description: 'The key may not do this, or a signed-in person is needed',
		refusal: notAllowed
	},
	'404': {
		description: 'Not found in this workspace',
		refusal: missing('person')
	},
	'409': {
		description: 'Not possible by the method, or because of another change',
		refusal: otherBody('person')
	},
	'412': {
		description: 'The data that `If-Match` names has changed since it was read',
		refusal: preconditionFailed
	},
	'413': { description: 'The body is too large', refusal: tooLarge(usualBodyBytes) },
	'415': { description: 'The body is not JSON', refusal: notJson },
	'422': {
		description:
			'The input is not valid: a field, an unknown parameter, or an Idempotency-Key that was used for another request',
		refusal: unknownParameter('word', ['words', 'cursor', 'limit'])
	},
	'429': {
		description: 'Too many requests of one key in a minute',
		refusal: tooMany('requests', 60_000, 0),
		headers: { ...quotaHeaders, 'Retry-After': answerHeader('Retry-After') }
	},
	'503': {
		description: 'Something went wrong, or Imago is not ready; saved data is safe',
		refusal: failed
	}
};

/** The error responses as components, so that each is described once. */
export function refusalParts(): Record<string, Json> {
	const parts = Object.entries(answers).map(([status, answer]) => {
		const { description, refusal, headers = quotaHeaders } = answer;
		const { kind: title, code, sentence: detail } = refusal;
		const example = { type: `urn:imago:${code}`, title, status: Number(status), detail, code };
		const part = {
			description,
			headers,
			content: {
				'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' }, example }
			}
		};
		return [`Refused${status}`, part] as const;
	});
	return Object.fromEntries(parts);
}

/** References to the error responses that an operation may give. */
export function refusalsOf(operation: AnyOperation): Json {
	const reads = operation.effect === 'read';
	const omitted = new Set<string>([
		...(isInQuery(operation) ? ['413', '415'] : []),
		...(reads && operation.http.verb !== 'GET' ? ['412'] : [])
	]);
	const statuses = Object.keys(answers).filter((status) => !omitted.has(status));
	return Object.fromEntries(
		statuses.map((status) => [status, { $ref: `#/components/responses/Refused${status}` }])
	);
}
