/** Dates and times as the pages of an interview say them; runs in the browser too. */

/** The date that an instant has in a zone, `2026-11-23`. */
export function dayIn(zone: string, instant: string): string {
	return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(instant));
}

/** The wall time of an instant in a zone, 24 hours: "10:42". */
export function timeIn(zone: string, instant: string): string {
	return new Intl.DateTimeFormat('en-GB', {
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23',
		timeZone: zone
	}).format(new Date(instant));
}

/** "23 November", with its year where that is another one. */
export function shortDay(day: string, today: string): string {
	return new Date(`${day}T12:00:00Z`).toLocaleDateString('en-GB', {
		day: 'numeric',
		month: 'long',
		timeZone: 'UTC',
		...(day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' })
	});
}

/** An instant as one says it: "Today at 10:42", "Yesterday at 22:15", "Tomorrow at 09:50", else the date. */
export function whenSaid(instant: string, now: string, zone: string): string {
	const day = dayIn(zone, instant);
	const today = dayIn(zone, now);
	const away = Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
	const near = ({ '-1': 'Yesterday', 0: 'Today', 1: 'Tomorrow' } as Record<string, string>)[away];
	return near ? `${near} at ${timeIn(zone, instant)}` : shortDay(day, today);
}
