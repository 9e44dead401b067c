import { counted, sentenceCase } from '#kernel/number-text.ts';

/** Goal of a week (method 2): number of introductions, and of the countries they come from. */
export const success = { introductions: 3, countries: 3 };
/** Days of the period in which introductions are counted. */
export const daysOfWeek = 7;

/** Number of distinct countries, ignoring case and accents. */
export function countriesOf(countries: readonly string[]): number {
	return new Set(countries.map((country) => country.trim().toLowerCase()).filter(Boolean)).size;
}

/**
 * The goal of the week in a sentence, with the introductions of the last seven days.
 * @param week country of each introduction of the last seven days, empty if unknown
 */
export function successText(week: readonly string[]): string {
	const goal = 'Three introductions in a week, from three countries, is what success looks like.';
	const countries = countriesOf(week);
	const from = countries > 0 ? `, from ${counted(countries, 'country', 'countries')}` : '';
	if (week.length === 0)
		return `${goal} This week nobody was introduced yet; one introduction request begins it.`;
	if (week.length >= success.introductions && countries >= success.countries) {
		return `${sentenceCase(counted(week.length, 'introduction'))} in the last seven days${from}: that is what success looks like.`;
	}
	return `${goal} You had ${counted(week.length, 'introduction')} in the last seven days${from}.`;
}

/** Lede of the page: number of partners introduced and of their connectors. */
export function ledeText(partners: number, connectors: number): string {
	if (partners === 0) {
		return 'A few people who know you open most doors. Ask them whether somebody comes to mind.';
	}
	const through = counted(connectors, 'person', 'people');
	const came = `${sentenceCase(counted(partners, 'of your partners', 'of your partners'))} came through ${through}.`;
	return connectors < partners
		? `${came} That is how it usually goes: a few connectors open most doors.`
		: `${came} A few connectors open most doors; these may open another.`;
}
