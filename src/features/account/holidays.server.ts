import type { Day } from '#kernel/clock.ts';

/**
 * Public holidays of a country for the two years that a season can reach, from date-holidays.
 * The library carries every country of the world, so it is loaded only while somebody chooses.
 * @param country two letters, ISO 3166-1
 */
export async function publicHolidays(
	country: string,
	today: Day
): Promise<{ day: Day; name: string }[]> {
	const { default: Holidays } = await import('date-holidays');
	const calendar = new Holidays(country, { languages: ['en'], types: ['public'] });
	const year = Number(today.slice(0, 4));
	const days = new Map<Day, string>();
	for (const each of [year - 1, year, year + 1]) {
		for (const holiday of calendar.getHolidays(each)) {
			days.set(holiday.date.slice(0, 10), holiday.name);
		}
	}
	return [...days].map(([day, name]) => ({ day, name })).sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** Countries whose holidays are known, by their English names. */
export async function countries(): Promise<{ code: string; name: string }[]> {
	const { default: Holidays } = await import('date-holidays');
	return Object.entries(new Holidays().getCountries('en'))
		.map(([code, name]) => ({ code, name }))
		.sort((a, b) => a.name.localeCompare(b.name, 'en'));
}
