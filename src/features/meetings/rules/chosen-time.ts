import { addDays, addHours, dayOf, type Day, type Instant } from '#kernel/clock.ts';
import { type Refusal, refuseInvalid } from '#kernel/refusal.ts';
import { weekdayDateText } from '#method/local-text.ts';
import { cityOf } from './meeting-text.ts';
import { instantsAt, offsetText, type Fold, type Found, type WallTime } from './wall-time.ts';

/** Most days ahead for a meeting; guards against a mistyped year [D]. */
export const FARTHEST_DAYS = 366;

/** A time as entered. */
export interface EnteredTime {
	day: Day;
	/** `16:00` */
	time: string;
	/** in whose zone it was entered */
	clock: 'mine' | 'theirs';
	fold?: Fold | null | undefined;
}

/** IANA zones of both; the partner's may be unknown. */
export interface BothZones {
	mine: string;
	theirs: string | null;
}

/** A time as stored: the instant, and the zone and wall time that were agreed. */
export interface ChosenTime {
	startsAt: Instant;
	zone: string;
	wallTime: WallTime;
}

/**
 * Resolves an entered time to an instant (method 4).
 * @throws Refusal `meetings.zone-missing` for the partner's clock without their zone,
 * `meetings.no-such-time` in the gap when the clocks go forward, `meetings.time-twice` for a time that
 * comes twice without `fold`, `meetings.in-the-past`, `meetings.too-far`
 */
export function chosenTime(entered: EnteredTime, zones: BothZones, now: Instant): ChosenTime {
	const zone = entered.clock === 'mine' ? zones.mine : zones.theirs;
	if (zone === null) throw zoneMissing;
	const today = dayOf(now, zone);
	if (entered.day < today) throw inThePast(entered, today);
	if (entered.day > addDays(today, FARTHEST_DAYS)) throw tooFar;
	const wallTime = `${entered.day}T${entered.time}`;
	const found = instantsAt(wallTime, zone);
	if (found.kind === 'never') throw noSuchTime(entered, zone, found, today);
	if (found.kind === 'twice' && !entered.fold) throw timeTwice(entered, zone, found, today);
	const startsAt = found.kind === 'once' ? found.instant : found[entered.fold ?? 'first'];
	if (startsAt <= now) throw inThePast(entered, today);
	return { startsAt, zone, wallTime };
}

/** Checks the limit of days ahead for any instant. @throws Refusal `meetings.too-far` */
export function refuseTooFar(startsAt: Instant, now: Instant): void {
	if (startsAt > addHours(now, FARTHEST_DAYS * 24)) throw tooFar;
}

const zoneMissing = refuseInvalid(
	'meetings.zone-missing',
	'Their time zone is not known. Nothing was changed. Choose their time zone, or enter the time in your own.',
	'partnerZone'
);

function inThePast({ day, time }: EnteredTime, today: Day): Refusal {
	return refuseInvalid(
		'meetings.in-the-past',
		`${weekdayDateText(day, today)} at ${time} has passed. Nothing was changed. Choose a time in the future. If the conversation took place already, record it on the talk screen.`,
		day < today ? 'day' : 'time'
	);
}

const tooFar = refuseInvalid(
	'meetings.too-far',
	'That date is more than a year away. Nothing was changed. Check the year, or agree on a date when it is nearer.',
	'day'
);

function noSuchTime(
	{ day, time }: EnteredTime,
	zone: string,
	{ before, after }: Extract<Found, { kind: 'never' }>,
	today: Day
): Refusal {
	const textOf = (wall: WallTime): string => {
		const [on = '', at = ''] = wall.split('T');
		return on === day ? at : `${weekdayDateText(on, today)} at ${at}`;
	};
	return refuseInvalid(
		'meetings.no-such-time',
		`There is no ${time} on ${weekdayDateText(day, today)} in ${cityOf(zone)}: the clocks jump from ${textOf(before)} to ${textOf(after)}. Nothing was changed. Choose one of these two times, or another time.`,
		'time'
	);
}

function timeTwice(
	{ day, time }: EnteredTime,
	zone: string,
	{ first, second }: Extract<Found, { kind: 'twice' }>,
	today: Day
): Refusal {
	return refuseInvalid(
		'meetings.time-twice',
		`${time} comes twice on ${weekdayDateText(day, today)} in ${cityOf(zone)}, before the clocks go back (${offsetText(first, zone)}) and after (${offsetText(second, zone)}). Nothing was changed. Choose which of the two times it is.`,
		'fold'
	);
}
