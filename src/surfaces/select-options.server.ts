import { isPresentRegion } from '#kernel/region.ts';

/** One entry of a select list. The lists are the same for everybody and are built once. */
export interface Choice {
	value: string;
	label: string;
}

let zones: Choice[] | undefined;
let countries: Choice[] | undefined;

/** Every IANA time zone in the time zone data of this machine. */
export function zoneChoices(): Choice[] {
	return (zones ??= ['UTC', ...Intl.supportedValuesOf('timeZone')].map((zone) => ({
		value: zone,
		label: zone.replaceAll('_', ' ')
	})));
}

/**
 * Countries and territories: two-letter codes that CLDR names. The holidays library knows most of them.
 */
export function countryChoices(): Choice[] {
	if (countries) return countries;
	const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
	const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
	countries = letters
		.flatMap((first) => letters.map((second) => first + second))
		.filter(isPresentRegion)
		.map((code) => ({ value: code, label: names.of(code) ?? '' }))
		.filter(
			({ value, label }) =>
				label && !/^(EU|EZ|UN|QO|ZZ|XA|XB|X[A-JL-Z]|A[C]|CP|DG|TA|IC|EA)$/.test(value)
		)
		.sort((a, b) => a.label.localeCompare(b.label, 'en'));
	countries.unshift({ value: '', label: 'None, weekends only' });
	return countries;
}
