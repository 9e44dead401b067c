/** Why a call did not come to an answer: a sentence for the person who typed the address. */
export class OutboundFailure extends Error {
	/** `address` will be refused the next time too; `call` may go better */
	readonly kind: 'address' | 'call';
	constructor(kind: 'address' | 'call', sentence: string, cause?: unknown) {
		super(sentence, { cause });
		this.name = 'OutboundFailure';
		this.kind = kind;
	}
}

const certificate = /CERT|SELF_SIGNED|UNABLE_TO_|ALTNAME|^ERR_(SSL|TLS)/;

const words: Record<string, string> = {
	ENOTFOUND: 'There is no such name in the internet.',
	EAI_AGAIN: 'The name could not be looked up just now.',
	ECONNREFUSED: 'Nothing answers there.',
	ECONNRESET: 'The connection was cut while it spoke.',
	EHOSTUNREACH: 'No way leads there from this machine.',
	ENETUNREACH: 'No way leads there from this machine.',
	ETIMEDOUT: 'Nothing answered in time.'
};

/** What a fault of the network is in words; the code stands behind where there are none. */
export function failureOf(error: unknown): OutboundFailure {
	if (error instanceof OutboundFailure) return error;
	const inner = error instanceof AggregateError ? (error.errors as unknown[])[0] : error;
	const code = String((inner as NodeJS.ErrnoException).code ?? '');
	if (certificate.test(code)) {
		return new OutboundFailure('call', `Its certificate is not trusted (${code}).`, error);
	}
	return new OutboundFailure(
		'call',
		words[code] ?? `The call failed (${code || 'unknown'}).`,
		error
	);
}
