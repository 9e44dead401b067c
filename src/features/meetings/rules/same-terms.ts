import type { BothZones, EnteredTime } from './chosen-time.ts';
import type { MeetingFacts } from './meeting-text.ts';
import { foldAt } from './wall-time.ts';

/** Stored terms of a meeting, to compare a repeated request with. */
type Kept = MeetingFacts & { zone: string; wallTime: string };

/** Whether an entered time equals the stored one; `fold` is compared only if given. */
export function isSameTime(kept: Kept, said: EnteredTime, zones: BothZones): boolean {
	const zone = said.clock === 'mine' ? zones.mine : zones.theirs;
	if (kept.zone !== zone || kept.wallTime !== `${said.day}T${said.time}`) return false;
	const fold = foldAt(kept.startsAt, kept.zone);
	return fold === null || !said.fold || fold === said.fold;
}

/** Whether all entered terms equal the stored ones. */
export function isSameAgreement(
	kept: Kept,
	said: EnteredTime & Pick<MeetingFacts, 'minutes' | 'medium' | 'place'>,
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
