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
	const goal = 'Goal: three introductions in one week, from three countries.';
	const countries = countriesOf(week);
	const from = countries > 0 ? `, from ${counted(countries, 'country', 'countries')}` : '';
	if (week.length === 0)
		return `${goal} You had no introductions in the last seven days. Start with one introduction request.`;
	if (week.length >= success.introductions && countries >= success.countries) {
		return `${sentenceCase(counted(week.length, 'introduction'))} in the last seven days${from}: goal reached.`;
	}
	return `${goal} You had ${counted(week.length, 'introduction')} in the last seven days${from}.`;
}

/** Lede of the page: number of partners introduced and of their connectors. */
export function ledeText(partners: number, connectors: number): string {
	if (partners === 0) {
		return 'People you know can introduce you to people you do not know. Ask them if someone comes to mind.';
	}
	const through = counted(connectors, 'person', 'people');
	const came = `${sentenceCase(counted(partners, 'of your partners', 'of your partners'))} came through ${through}.`;
	return connectors < partners
		? `${came} This is common: a few connectors make most introductions.`
		: `${came} A few connectors make most introductions. Yours may know more people.`;
}
