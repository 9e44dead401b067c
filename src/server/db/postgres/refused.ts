/** A PostgreSQL that cannot be used as it is; the sentence says why and what to do. */
export class DatabaseRefused extends Error {
	constructor(sentence: string, options?: ErrorOptions) {
		super(sentence, options);
		this.name = 'DatabaseRefused';
	}
}

/** The server or its network said no before any question of ours was answered. */
export function unreachable(error: unknown, setting: string): DatabaseRefused {
	const { message, code } = error as Error & { code?: string };
	return new DatabaseRefused(
		`PostgreSQL did not let Imago in with ${setting} (${code ?? 'no code'}: ${message}). Nothing was changed. Look whether the server runs and the address, role and password are right.`,
		{ cause: error }
	);
}
