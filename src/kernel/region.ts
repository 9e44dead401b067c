/**
 * Whether a region code is current: CLDR keeps codes that were retired (DD, FX) or never assigned (UK) as
 * aliases. Whether a country has the code is not checked.
 * @param code two capital letters, ISO 3166-1
 */
export function isPresentRegion(code: string): boolean {
	const tag = `und-${code}`;
	return Intl.getCanonicalLocales(tag)[0] === tag;
}
