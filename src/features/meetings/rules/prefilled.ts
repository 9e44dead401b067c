import { usualMedium, usualMinutes, type Medium } from '#method/media.ts';
import type { MeetingFacts } from './meeting-text.ts';
import type { Prefilled } from '../schemas.ts';
import { foldAt, wallTimeAt } from './wall-time.ts';

const noTime = { day: '', time: '', clock: 'mine', fold: null } as const;

/** Initial values without a meeting: length and medium of the request, else the defaults. */
export function prefilledNew(
	asked: { minutes?: number | undefined; medium?: Medium | undefined },
	partnerZone: string | null
): Prefilled {
	const { minutes = usualMinutes, medium = usualMedium } = asked;
	return { ...noTime, partnerZone, minutes, medium, place: '' };
}

/** Initial values after a cancelled meeting: everything but the time. */
export function prefilledAfter({ partnerZone, minutes, medium, place }: MeetingFacts): Prefilled {
	return { ...noTime, partnerZone, minutes, medium, place };
}

/** Initial values from a meeting, in the zone it was agreed in if that is one of both. @param mine IANA zone */
export function prefilledFrom(meeting: MeetingFacts & { zone: string }, mine: string): Prefilled {
	const { startsAt, zone, partnerZone } = meeting;
	const theirs = partnerZone !== null && zone === partnerZone && zone !== mine;
	const on = theirs ? partnerZone : mine;
	const [day = '', time = ''] = wallTimeAt(startsAt, on).split('T');
	const fold = foldAt(startsAt, on);
	return { ...prefilledAfter(meeting), day, time, clock: theirs ? 'theirs' : 'mine', fold };
}
