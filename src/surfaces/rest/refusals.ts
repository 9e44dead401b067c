import { refuse, type Refusal, refuseInvalid } from '#kernel/refusal.ts';

/**
 * Refusals of the REST interface itself; all others come from operations. This one is the answer to an
 * unexpected error.
 */
export const failed = refuse(
	'unavailable',
	'server.failed',
	'Something went wrong in Imago. Earlier data is safe.'
);

export const pathNotFound = refuse(
	'missing',
	'path.missing',
	'There is nothing at this address. Nothing was changed. See /api/v1/openapi.json for every address.'
);

/** An HTTP method that the path does not support. */
export function methodNotAllowed(verbs: readonly string[]): Refusal {
	return refuseInvalid(
		'verb.not-here',
		`This address takes only ${verbs.join(', ')}. Nothing was changed. See /api/v1/openapi.json for every address.`
	);
}

/**
 * A query parameter that the operation does not know; it is refused, so that no filter is ignored
 * silently.
 */
export function unknownParameter(name: string, known: readonly string[]): Refusal {
	const takes = known.length > 0 ? `It takes ${known.join(', ')}.` : 'It takes none.';
	return refuseInvalid(
		'query.unknown',
		`"${name.slice(0, 80)}" is not a parameter here. Nothing was changed. ${takes}`,
		name.slice(0, 80)
	);
}

export const preconditionFailed = refuse(
	'changed',
	'if-match.changed',
	'The data has changed since you read it, or the If-Match value is unknown. Nothing was changed. Read the data again, then decide.'
);

export const malformedEtags = refuseInvalid(
	'if-match.unreadable',
	'If-Match and If-None-Match take "*" or tags in quotes, as in the ETag of an answer. Nothing was changed. Send the ETag unchanged.'
);

export const ifNoneMatchOnWrite = refuseInvalid(
	'if-none-match.only-reading',
	'If-None-Match is only for reading. Nothing was changed. Send If-Match with a write, or an id of your own to add something only once.'
);

export const invalidIdempotencyKey = refuseInvalid(
	'idempotency.key',
	'An Idempotency-Key has 1 to 255 plain characters. Nothing was changed. A random UUID works well.'
);

export const tooManyEtags = refuseInvalid(
	'if-match.too-many',
	'If-Match can have three tags at most. Nothing was changed. Send the tag of your last read.'
);
