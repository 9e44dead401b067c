import { figured } from '#kernel/number-text.ts';
import { mediumLabels } from '#method/media.ts';
import { timeIn } from '#method/local-text.ts';
import { cityOf, placeNames, sameClock, thereText, type MeetingFacts } from './meeting-text.ts';

/** Whose calendar an entry is for. */
export type Whose = 'mine' | 'theirs';

/**
 * Title and description of the calendar entry: with whom, length and medium; the time in both zones;
 * that it is not about a job. It contains none of the explorer's private notes.
 * @param names the explorer's and the partner's
 * @param mine IANA zone of the explorer
 */
export function invitationText(
	meeting: MeetingFacts,
	whose: Whose,
	names: { explorer: string; partner: string },
	mine: string
): { summary: string; description: string } {
	const length = figured(meeting.minutes, 'minute');
	const lines = [
		`${length} ${mediumLabels[meeting.medium]}.`,
		...clocks(meeting, whose, mine),
		...(meeting.place ? [`${placeNames[meeting.medium]}: ${meeting.place}`] : []),
		whose === 'mine'
			? 'You watch the time. You are not asking for a job. You are here to learn.'
			: `${names.explorer} watches the time. ${names.explorer} is not asking for a job, and would like to learn from you.`
	];
	return {
		summary: `Conversation with ${whose === 'mine' ? names.partner : names.explorer}, ${length}`,
		description: lines.join('\n')
	};
}

/** The time in both zones, the reader's first; only one if both are the same. */
function clocks({ startsAt, partnerZone }: MeetingFacts, whose: Whose, mine: string): string[] {
	const theirs = partnerZone ?? mine;
	const [here, there] = whose === 'mine' ? [mine, theirs] : [theirs, mine];
	if (sameClock(startsAt, here, there)) return [`${timeIn(mine, startsAt)} in ${cityOf(mine)}.`];
	const own = `${timeIn(here, startsAt)} in ${cityOf(here)}`;
	return [`${own}, ${thereText(startsAt, here, there)}.`];
}

/** A portable file name: "talk-with-ines-falcato.ics". */
export function fileNameOf(name: string, cancelled: boolean): string {
	const plain = name
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '')
		.slice(0, 60);
	return `${['talk', plain && `with-${plain}`, cancelled && 'cancelled'].filter(Boolean).join('-')}.ics`;
}
