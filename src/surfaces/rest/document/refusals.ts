import type { RefusalKind } from '#kernel/refusal.ts';
import type { AnyOperation } from '#server/perform.ts';
import type { Json } from '../../json-schema.ts';
import { isInQuery } from '../query.ts';
import { answerHeader, standing } from './parts.ts';

interface Answer {
	description: string;
	title: RefusalKind;
	code: string;
	detail: string;
	headers?: Json;
}

/** Each refusal with one that a program will meet. */
const answers: Record<string, Answer> = {
	'401': {
		description: 'No key, or one that was taken back',
		title: 'not-signed-in',
		code: 'key.missing',
		detail:
			'This needs a key in the header "Authorization: Bearer …". Nothing was changed. Make one in Settings.',
		headers: {}
	},
	'403': {
		description: 'The key may not do this, or it needs a person',
		title: 'not-allowed',
		code: 'access.not-allowed',
		detail:
			'This cannot be done with a key or in your place. Nothing was changed. Sign in and do it yourself.'
	},
	'404': {
		description: 'There is no such thing in this workspace',
		title: 'missing',
		code: 'person.missing',
		detail:
			'There is no such person here. Nothing was changed. It may be gone by now; look for it again.'
	},
	'409': {
		description: 'The method or another change says no',
		title: 'conflict',
		code: 'person.other-body',
		detail: 'This id belongs to another person already. Nothing was changed. Take a new id.'
	},
	'412': {
		description: 'What `If-Match` named has changed since it was read',
		title: 'changed',
		code: 'if-match.changed',
		detail:
			'What you have seen has changed since, or your If-Match names no answer of ours. Nothing was changed. Read it again, then decide.'
	},
	'413': {
		description: 'The body is longer than this takes',
		title: 'too-large',
		code: 'body.too-large',
		detail: 'This is more than 1024 kB. Nothing was changed. Send less at a time.'
	},
	'415': {
		description: 'The body is not JSON',
		title: 'invalid',
		code: 'body.other-type',
		detail:
			'The body must be JSON, with the header "Content-Type: application/json". Nothing was changed. Say so and send it again.'
	},
	'422': {
		description:
			'The input does not fit: a field, an unknown parameter, or an Idempotency-Key that came with another request',
		title: 'invalid',
		code: 'query.unknown',
		detail: '"word" is not a parameter here. Nothing was changed. It takes words, cursor, limit.'
	},
	'429': {
		description: 'Too many requests of one key in a minute',
		title: 'too-many',
		code: 'requests.too-many',
		detail:
			'Too many tries from here. Nothing is locked and nothing was changed. Try again in 1 minute.',
		headers: { ...standing, 'Retry-After': answerHeader('Retry-After') }
	},
	'503': {
		description: 'Something here went wrong or is not ready; what was saved is safe',
		title: 'unavailable',
		code: 'server.failed',
		detail: 'Something here went wrong. What was saved before is safe.'
	}
};

/** Refusals as components, so that each is described once. */
export function refusalParts(): Record<string, Json> {
	const parts = Object.entries(answers).map(([status, answer]) => {
		const { description, title, code, detail, headers = standing } = answer;
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

/** The refusals that an operation may answer with. */
export function refusalsOf(operation: AnyOperation): Json {
	const reads = operation.effect === 'read';
	const left = new Set<string>([
		...(isInQuery(operation) ? ['413', '415'] : []),
		...(reads && operation.http.verb !== 'GET' ? ['412'] : [])
	]);
	const statuses = Object.keys(answers).filter((status) => !left.has(status));
	return Object.fromEntries(
		statuses.map((status) => [status, { $ref: `#/components/responses/Refused${status}` }])
	);
}
