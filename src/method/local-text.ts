/** Cache by kind and zone: creating a formatter is slow. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * Formats an instant in English, with a cached formatter.
 * @param kind names these options; with their zone it is the key of the cache
 */
export function formatted(
	instant: number,
	kind: string,
	options: Intl.DateTimeFormatOptions
): string {
	const key = `${kind} ${options.timeZone ?? ''}`;
	let formatter = formatters.get(key);
	if (!formatter) {
		formatter = new Intl.DateTimeFormat('en-GB', options);
		formatters.set(key, formatter);
	}
	return formatter.format(instant);
}

function dateText(day: string, today: string, { weekday }: { weekday?: 'long' } = {}): string {
	const year = day.slice(0, 4) === today.slice(0, 4) ? undefined : 'numeric';
	const options = { weekday, day: 'numeric', month: 'long', year, timeZone: 'UTC' } as const;
	return formatted(Date.parse(day), `day ${weekday ?? ''} ${year ?? ''}`, options);
}

/** A date with its weekday: `Monday 23 November`, with the year where it is not the current one. */
export function weekdayDateText(day: string, today: string): string {
	return dateText(day, today, { weekday: 'long' }).replace(',', '');
}

/** A date without its weekday: `21 November`, with the year where it is not the current one. */
export function shortDay(day: string, today: string): string {
	return dateText(day, today);
}

/** The wall time of an instant in a zone, 24 hours: `10:42`. */
export function timeIn(zone: string, instant: string): string {
	return formatted(Date.parse(instant), 'time', {
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23',
		timeZone: zone
	});
}
