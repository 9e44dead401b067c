/** What code calls `givenAt` is the column `given_at`. */
type Column<Name extends string> = Name extends `${infer First}${infer Rest}`
	? `${First extends Lowercase<First> ? First : `_${Lowercase<First>}`}${Column<Rest>}`
	: Name;

/** Values by their names in code as the columns of a table have them: a row as it is read, to be written. */
export function asColumns<Named extends object>(named: Named) {
	const columns = Object.entries(named).map(([name, value]) => [
		name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
		value as unknown
	]);
	return Object.fromEntries(columns) as {
		[Name in keyof Named & string as Column<Name>]: Named[Name];
	};
}
