import { refuse, type Refusal } from '#kernel/refusal.ts';

/** What this door alone refuses; everything else is said by operations. */
export const failed = refuse(
	'unavailable',
	'server.failed',
	'Something here went wrong. What was saved before is safe.'
);

export const nothingThere = refuse(
	'missing',
	'path.missing',
	'There is nothing at this address. Nothing was changed. The document at /api/v1/openapi.json lists every address.'
);

/** A verb that an address does not take. */
export function otherVerb(verbs: readonly string[]): Refusal {
	return refuse(
		'invalid',
		'verb.not-here',
		`This address takes ${verbs.join(', ')} alone. Nothing was changed. The document at /api/v1/openapi.json lists every address.`
	);
}

/** A parameter of the query that the operation does not know, so that no filter is lost unseen. */
export function unknownParameter(name: string, known: readonly string[]): Refusal {
	const takes = known.length > 0 ? `It takes ${known.join(', ')}.` : 'It takes none.';
	return refuse(
		'invalid',
		'query.unknown',
		`"${name.slice(0, 80)}" is not a parameter here. Nothing was changed. ${takes}`,
		name.slice(0, 80)
	);
}

export const changedSince = refuse(
	'changed',
	'if-match.changed',
	'What you have seen has changed since, or your If-Match names no answer of ours. Nothing was changed. Read it again, then decide.'
);

export const unreadableTags = refuse(
	'invalid',
	'if-match.unreadable',
	'If-Match and If-None-Match take "*" or tags in quotes, as the ETag of an answer says them. Nothing was changed. Send the ETag as it came.'
);

export const onlyForReading = refuse(
	'invalid',
	'if-none-match.only-reading',
	'If-None-Match is for reading. Nothing was changed. Send If-Match with a write, or an id of your own to add a thing once.'
);

export const unfitKey = refuse(
	'invalid',
	'idempotency.key',
	'An Idempotency-Key has 1 to 255 plain characters. Nothing was changed. A random UUID is a good one.'
);

export const tooManyTags = refuse(
	'invalid',
	'if-match.too-many',
	'If-Match may name three tags at most. Nothing was changed. Send the tag of what you read last.'
);
