/** A PostgreSQL database that cannot be used as it is; the message says why and what to do. */
export class DatabaseRefused extends Error {
	constructor(sentence: string, options?: ErrorOptions) {
		super(sentence, options);
		this.name = 'DatabaseRefused';
	}
}

/**
 * The error for a server that cannot be reached or refuses the connection.
 * @param setting name of the setting with the connection URL
 */
export function unreachable(error: unknown, setting: string): DatabaseRefused {
	const { message, code } = error as Error & { code?: string };
	return new DatabaseRefused(
		`PostgreSQL did not let Imago in with ${setting} (${code ?? 'no code'}: ${message}). Nothing was changed. Check that the server is running, and that the address, role and password are correct.`,
		{ cause: error }
	);
}
