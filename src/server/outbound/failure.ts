/** A call that failed; the message is for the user who typed the URL. */
export class OutboundFailure extends Error {
	/**
	 * `address`: the URL is refused, and will be the next time too; `call`: the call failed and may
	 * succeed later
	 */
	readonly kind: 'address' | 'call';
	constructor(kind: 'address' | 'call', sentence: string, cause?: unknown) {
		super(sentence, { cause });
		this.name = 'OutboundFailure';
		this.kind = kind;
	}
}

const certificateCodes = /CERT|SELF_SIGNED|UNABLE_TO_|ALTNAME|^ERR_(SSL|TLS)/;

const messages: Record<string, string> = {
	ENOTFOUND: 'There is no such name in the internet.',
	EAI_AGAIN: 'The name could not be looked up just now.',
	ECONNREFUSED: 'Nothing answers there.',
	ECONNRESET: 'The connection was cut while it spoke.',
	EHOSTUNREACH: 'No way leads there from this machine.',
	ENETUNREACH: 'No way leads there from this machine.',
	ETIMEDOUT: 'Nothing answered in time.'
};

/**
 * Translates a network error to a message; the code is part of it where there is no message for it.
 */
export function failureOf(error: unknown): OutboundFailure {
	if (error instanceof OutboundFailure) return error;
	const inner = error instanceof AggregateError ? (error.errors as unknown[])[0] : error;
	const code = String((inner as NodeJS.ErrnoException).code ?? '');
	if (certificateCodes.test(code)) {
		return new OutboundFailure('call', `Its certificate is not trusted (${code}).`, error);
	}
	return new OutboundFailure(
		'call',
		messages[code] ?? `The call failed (${code || 'unknown'}).`,
		error
	);
}
