import { addDays, dayOf } from '#kernel/clock.ts';
import { figured } from '#kernel/number-text.ts';
import { mediumLabels } from '#method/media.ts';
import type { Confirmation } from '../schemas.ts';
import { weekdayDateText, timeIn } from '#method/local-text.ts';
import { cityOf, placeNames, sameClock, type MeetingFacts, type Reader } from './meeting-text.ts';

/** The time for the partner: in their zone, or with the explorer's zone named if theirs is unknown. */
function timeForThem({ startsAt, partnerZone }: MeetingFacts, mine: string): string {
	if (partnerZone === null) return `${timeIn(mine, startsAt)} ${cityOf(mine)} time`;
	const time = timeIn(partnerZone, startsAt);
	return sameClock(startsAt, mine, partnerZone) ? time : `${time} your time`;
}

/**
 * Text that the explorer sends the day before (method 4, purpose confirmation).
 * @param names the partner's given name for the greeting, and the explorer's for the signature
 * @param reader the present instant and the explorer's zone
 * @returns null once the meeting has begun
 */
export function confirmationOf(
	meeting: MeetingFacts,
	names: { partner: string; explorer: string },
	reader: Reader
): Confirmation | null {
	if (meeting.startsAt <= reader.now) return null;
	const there = meeting.partnerZone ?? reader.zone;
	const day = dayOf(meeting.startsAt, there);
	const today = dayOf(reader.now, there);
	const sendOn = addDays(day, -1);
	const near = day === today ? 'today' : 'tomorrow';
	const length = `${figured(meeting.minutes, 'minute')} ${mediumLabels[meeting.medium]}`;
	const lines = [
		`Hello ${names.partner},`,
		'',
		`A short note before our conversation: ${near}, ${weekdayDateText(day, day)}, at ${timeForThem(meeting, reader.zone)}, ${length}.`,
		...(meeting.place ? [`${placeNames[meeting.medium]}: ${meeting.place}`] : []),
		'',
		'I will watch the clock and finish on time. If this time no longer suits you, please tell me, and we will find another.',
		'',
		names.explorer
	];
	return { sendOn, due: today >= sendOn, text: lines.join('\n') };
}
