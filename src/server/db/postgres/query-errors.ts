import { Refusal } from '#kernel/refusal.ts';

/**
 * Codes of temporary conditions, from the server (PostgreSQL manual, appendix A) and the system: a
 * statement that took too long, too many connections, a server that is starting, stopping or gone.
 */
const temporaryCodes =
	/^(57014|53300|53400|57P01|57P02|57P03|40001|40P01|55P03|08\d{3}|ECONN(REFUSED|RESET)|ENOENT|EPIPE|ETIMEDOUT)$/;
const temporaryMessages =
	/timeout exceeded when trying to connect|Connection terminated|not queryable/;

/** value of Retry-After in seconds */
const retryAfter = 5;

function isTemporary(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	const { code } = error as Error & { code?: string };
	return temporaryCodes.test(code ?? '') || temporaryMessages.test(error.message);
}

/**
 * Translates a database error: temporary conditions (timeout, too many connections, server
 * unavailable) become the refusal `database.busy`, a 503 with Retry-After, whose cause is the
 * error; everything else is returned unchanged.
 */
export function translateError(error: unknown): unknown {
	if (!isTemporary(error)) return error;
	const refusal = new Refusal({
		kind: 'unavailable',
		code: 'database.busy',
		sentence:
			'The database does not answer right now. Earlier data is safe. What you just sent may not be saved. Try again in a few seconds.',
		retryAfter
	});
	refusal.cause = error;
	return refusal;
}
