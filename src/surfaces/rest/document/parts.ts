import type { Json } from '../../json-schema.ts';

const text = { type: 'string' };

/** Request headers; each operation refers to those that it reads. */
export const requestHeaders: Record<string, Json> = {
	'Idempotency-Key': {
		name: 'Idempotency-Key',
		in: 'header',
		required: false,
		description:
			'A unique value of your own for this request. The same request with the same value within 24 hours gets the same answer, with `Idempotency-Replayed: true`. Nothing is done twice.',
		schema: { type: 'string', minLength: 1, maxLength: 255 },
		example: '7b0c6f1e-52a1-4c5b-9d0e-1f4c2a9b8e11'
	},
	'If-Match': {
		name: 'If-Match',
		in: 'header',
		required: false,
		description:
			'The `ETag` of any earlier read. The write happens only while that read still gives the same answer. `*` requires only that the thing exists.',
		schema: text,
		example: '"people.get?id=01938b6c-0000-7000-8000-000000000001.Zb4mC2fQ0pVxYl1sK8tRdw"'
	},
	'If-None-Match': {
		name: 'If-None-Match',
		in: 'header',
		required: false,
		description: 'An `ETag` that you know. While the answer is the same, the status is 304.',
		schema: text,
		example: '"profile.get?.Zb4mC2fQ0pVxYl1sK8tRdw"'
	}
};

/** Response headers. */
export const answerHeaders: Record<string, Json> = {
	ETag: {
		description: 'Identifies exactly this answer, for `If-None-Match` and `If-Match`.',
		schema: text
	},
	'Idempotency-Replayed': {
		description: '`true` if this is a repeated answer and nothing was done now.',
		schema: { type: 'string', enum: ['true'] }
	},
	'RateLimit-Policy': {
		description: 'Requests (`q`) that one key may send in a number of seconds (`w`).',
		schema: text,
		example: '"key";q=600;w=60'
	},
	RateLimit: {
		description: 'Requests that are left (`r`), and seconds until all are available again (`t`).',
		schema: text,
		example: '"key";r=599;t=60'
	},
	'Retry-After': {
		description: 'Seconds to wait before the next attempt.',
		schema: { type: 'integer', minimum: 1 }
	}
};

/** A reference to a response header. */
export function answerHeader(name: string): Json {
	return { $ref: `#/components/headers/${name}` };
}

/** The rate limit headers of every response to a request with a key. */
export const quotaHeaders = {
	'RateLimit-Policy': answerHeader('RateLimit-Policy'),
	RateLimit: answerHeader('RateLimit')
};

/** Schema of an error response: problem details (RFC 9457). */
export const problem: Json = {
	type: 'object',
	description: 'The refusal, as described in RFC 9457',
	required: ['type', 'title', 'status', 'detail', 'code'],
	properties: {
		type: text,
		title: text,
		status: { type: 'integer' },
		detail: { type: 'string', description: 'What is wrong, what is safe and what to do' },
		code: { type: 'string', description: 'A stable name, `feature.reason`' },
		errors: {
			type: 'array',
			description: 'Sentences about fields of the input',
			items: {
				type: 'object',
				required: ['field', 'sentence'],
				properties: { field: text, sentence: text }
			}
		}
	}
};

/** Schema of `undo` in an answer: the request that undoes the operation. */
export const undo: Json = {
	type: 'object',
	description:
		'The request that undoes this. It is refused if the thing has changed since. It is left out if there is nothing to undo, or if the key may not undo it.',
	properties: {
		method: { type: 'string', enum: ['POST', 'PUT', 'PATCH', 'DELETE'] },
		href: text,
		body: { type: 'object' }
	},
	required: ['method', 'href'],
	additionalProperties: false
};
