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
	ENOTFOUND: 'This host name does not exist.',
	EAI_AGAIN: 'The host name could not be looked up right now.',
	ECONNREFUSED: 'No server answers at this address.',
	ECONNRESET: 'The connection was closed before the answer was complete.',
	EHOSTUNREACH: 'This machine cannot reach the address.',
	ENETUNREACH: 'This machine cannot reach the address.',
	ETIMEDOUT: 'No answer arrived in time.'
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
