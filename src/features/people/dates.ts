import { dayInWords } from '#ui/words.ts';

/** The date of an instant in words, where the reader lives; by what every browser brings. */
export function onDay(instant: string, zone: string, today: string): string {
	const day = new Intl.DateTimeFormat('en-CA', {
		timeZone: zone,
		year: 'numeric',
		month: '2-digit',
		day: '2-digit'
	}).format(new Date(instant));
	return dayInWords(day, today);
}
