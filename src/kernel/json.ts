/** Parses JSON; undefined for invalid JSON, since no JSON value is undefined. */
export function parsedJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		// The caller reports invalid JSON in its own words.
		return undefined;
	}
}
