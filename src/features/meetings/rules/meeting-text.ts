import { dayOf, type Day, type Instant } from '#kernel/clock.ts';
import { figured } from '#kernel/number-text.ts';
import { weekdayDateText, formatted, timeIn } from '#method/local-text.ts';
import { mediumLabels, type Medium } from '#method/media.ts';
import type { MeetingView } from '../schemas.ts';

/** Facts of a meeting from which its texts are made. */
export type MeetingFacts = Pick<
	MeetingView,
	'startsAt' | 'partnerZone' | 'minutes' | 'medium' | 'place'
>;

/** Instant and zone of the reader. */
export interface Reader {
	now: Instant;
	/** IANA zone */
	zone: string;
}

/** Label of the place, by medium. */
export const placeNames: Record<Medium, string> = {
	phone: 'Number',
	'in-person': 'Place',
	video: 'Link'
};

/** The city that gives a zone its name: "Buenos Aires". */
export function cityOf(zone: string): string {
	return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

function weekdayText(day: Day): string {
	return formatted(Date.parse(day), 'weekday', { weekday: 'long', timeZone: 'UTC' });
}

/** Whether two zones have the same local time at an instant. */
export function sameClock(instant: Instant, one: string, other: string): boolean {
	return (
		timeIn(one, instant) === timeIn(other, instant) && dayOf(instant, one) === dayOf(instant, other)
	);
}

/**
 * The local time in another zone: "15:00 in Lisbon", "01:00 on Wednesday in Tokyo"; empty if it is the
 * same.
 * @param there IANA zone, null if unknown
 */
export function thereText(instant: Instant, here: string, there: string | null): string {
	if (there === null || sameClock(instant, here, there)) return '';
	const day = dayOf(instant, there);
	const on = day === dayOf(instant, here) ? '' : ` on ${weekdayText(day)}`;
	return `${timeIn(there, instant)}${on} in ${cityOf(there)}`;
}

/** The parts of a meeting in words: time, local time of the partner, length, medium. */
export function meetingText(meeting: MeetingFacts, reader: Reader) {
	const { startsAt, partnerZone, minutes, medium, place } = meeting;
	const day = weekdayDateText(dayOf(startsAt, reader.zone), dayOf(reader.now, reader.zone));
	const time = timeIn(reader.zone, startsAt);
	return {
		day,
		time,
		when: `${day} at ${time}`,
		there: thereText(startsAt, reader.zone, partnerZone),
		length: figured(minutes, 'minute'),
		medium: mediumLabels[medium],
		place
	};
}

/** "Tuesday 1 December at 16:00, 15:00 in Lisbon, 15 minutes by phone". */
export function meetingSentence(meeting: MeetingFacts, reader: Reader): string {
	const { when, there, length, medium } = meetingText(meeting, reader);
	return [when, there, `${length} ${medium}`].filter(Boolean).join(', ');
}
