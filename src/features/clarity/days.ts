/** The date that an instant has where the reader lives; by what every browser brings. */
export function dayIn(instant: string, zone: string): string {
	return new Intl.DateTimeFormat('en-CA', {
		timeZone: zone,
		year: 'numeric',
		month: '2-digit',
		day: '2-digit'
	}).format(new Date(instant));
}

/** A date as meta text: `21 November`; the year stands where it is not this one. */
export function shortDay(day: string, today: string): string {
	return new Date(`${day}T12:00:00Z`).toLocaleDateString('en-GB', {
		day: 'numeric',
		month: 'long',
		...(day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' }),
		timeZone: 'UTC'
	});
}
