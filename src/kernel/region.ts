/**
 * Whether two letters are no alias of another country's code: CLDR keeps those that were retired (DD, FX)
 * or never assigned (UK) as aliases of what is used now. Whether a country has the code is not looked at.
 * @param code two capital letters, ISO 3166-1
 */
export function isPresentRegion(code: string): boolean {
	const tag = `und-${code}`;
	return Intl.getCanonicalLocales(tag)[0] === tag;
}
