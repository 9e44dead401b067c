/** What a JSON text says; nothing where it is no JSON, which can say everything but that. */
export function parsedJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		// Whoever asks says in its own words what did not fit.
		return undefined;
	}
}
