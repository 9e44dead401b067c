/** The column of a property: `givenAt` becomes `given_at`. */
type Column<Name extends string> = Name extends `${infer First}${infer Rest}`
	? `${First extends Lowercase<First> ? First : `_${Lowercase<First>}`}${Column<Rest>}`
	: Name;

/**
 * Converts the property names of a row to the column names of its table, for writing back a row
 * that was read.
 */
export function asColumns<Named extends object>(named: Named) {
	const columns = Object.entries(named).map(([name, value]) => [
		name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
		value as unknown
	]);
	return Object.fromEntries(columns) as {
		[Name in keyof Named & string as Column<Name>]: Named[Name];
	};
}
