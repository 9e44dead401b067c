import type { BothZones, EnteredTime } from './chosen-time.ts';
import type { MeetingFacts } from './meeting-text.ts';
import { foldAt } from './wall-time.ts';

/** Stored terms of a meeting, to compare a repeated request with. */
type StoredTerms = MeetingFacts & { zone: string; wallTime: string };

/** Whether an entered time equals the stored one; `fold` is compared only if given. */
export function isSameTime(stored: StoredTerms, entered: EnteredTime, zones: BothZones): boolean {
	const zone = entered.clock === 'mine' ? zones.mine : zones.theirs;
	if (stored.zone !== zone || stored.wallTime !== `${entered.day}T${entered.time}`) return false;
	const fold = foldAt(stored.startsAt, stored.zone);
	return fold === null || !entered.fold || fold === entered.fold;
}

/** Whether all entered terms equal the stored ones. */
export function isSameAgreement(
	stored: StoredTerms,
	entered: EnteredTime & Pick<MeetingFacts, 'minutes' | 'medium' | 'place'>,
	zones: BothZones
): boolean {
	return (
		isSameTime(stored, entered, zones) &&
		stored.partnerZone === zones.theirs &&
		stored.minutes === entered.minutes &&
		stored.medium === entered.medium &&
		stored.place === entered.place
	);
}
