import type { BothZones, SaidTime } from './chosen-time.ts';
import type { MeetingFacts } from './meeting-text.ts';
import { foldAt } from './wall-time.ts';

/** What is kept of a meeting that somebody says again. */
type Kept = MeetingFacts & { zone: string; wallTime: string };

/** Whether a said time is the one that is kept; which of two matters where it was said. */
export function isSameTime(kept: Kept, said: SaidTime, zones: BothZones): boolean {
	const zone = said.clock === 'mine' ? zones.mine : zones.theirs;
	if (kept.zone !== zone || kept.wallTime !== `${said.day}T${said.time}`) return false;
	const fold = foldAt(kept.startsAt, kept.zone);
	return fold === null || !said.fold || fold === said.fold;
}

/** Whether the whole agreement is the one that is kept. */
export function saysTheSame(
	kept: Kept,
	said: SaidTime & Pick<MeetingFacts, 'minutes' | 'medium' | 'place'>,
	zones: BothZones
): boolean {
	return (
		isSameTime(kept, said, zones) &&
		kept.partnerZone === zones.theirs &&
		kept.minutes === said.minutes &&
		kept.medium === said.medium &&
		kept.place === said.place
	);
}
