import { addDays, type Day } from '#kernel/clock.ts';

/**
 * Public holidays of a country from last year to next year, from date-holidays; holidays of several
 * days yield each day. The library, with data of all countries, is loaded only on use.
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
		for (const { date, start, end, name } of calendar.getHolidays(each)) {
			const [first = ''] = date.split(' ');
			const length = Math.max(1, Math.round((Number(end) - Number(start)) / 86_400_000));
			for (let passed = 0; passed < length; passed += 1) days.set(addDays(first, passed), name);
		}
	}
	return [...days].map(([day, name]) => ({ day, name })).sort((a, b) => (a.day < b.day ? -1 : 1));
}
