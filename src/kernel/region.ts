/**
 * Whether two letters are a country's code as it is used now: CLDR keeps one that was retired (UK, DD,
 * FX) as an alias of what stands in its place.
 * @param code two capital letters, ISO 3166-1
 */
export function isPresentRegion(code: string): boolean {
	const tag = `und-${code}`;
	return Intl.getCanonicalLocales(tag)[0] === tag;
}
