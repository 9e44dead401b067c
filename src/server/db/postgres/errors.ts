import { Refusal } from '#kernel/refusal.ts';

/**
 * The server's own words for "not now" (PostgreSQL manual, appendix A), and the system's: a statement
 * that took too long, too many connections, a server that ends, begins or is gone.
 */
const passing =
	/^(57014|53300|53400|57P01|57P02|57P03|40001|40P01|55P03|08\d{3}|ECONN(REFUSED|RESET)|ENOENT|EPIPE|ETIMEDOUT)$/;
const passingWords = /timeout exceeded when trying to connect|Connection terminated|not queryable/;

/** whole seconds until another try makes sense */
const retryAfter = 5;

function isPassing(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	const { code } = error as Error & { code?: string };
	return passing.test(code ?? '') || passingWords.test(error.message);
}

/**
 * What went wrong at the database, as whoever asked should hear it: what passes by itself becomes a
 * refusal that says when to come again, everything else stays the fault that it is.
 */
export function translateError(error: unknown): unknown {
	if (!isPassing(error)) return error;
	const refusal = new Refusal({
		kind: 'unavailable',
		code: 'database.busy',
		sentence:
			'The database does not answer just now. What was saved before is safe; what you just sent may not be. Try again in a few seconds.',
		retryAfter
	});
	refusal.cause = error;
	return refusal;
}
