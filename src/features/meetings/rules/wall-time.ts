import type { Instant } from '#kernel/clock.ts';

/** A local date and time without a zone: `2026-11-23T16:00`. */
export type WallTime = string;

/** Which occurrence of a wall time that comes twice when the clocks go back. */
export type Fold = 'first' | 'second';

/** Instants of a wall time in a zone. */
export type Found =
	| { kind: 'once'; instant: Instant }
	/** comes twice, when the clocks go back */
	| { kind: 'twice'; first: Instant; second: Instant }
	/** in the gap when the clocks go forward: the last minute before it, the first one after */
	| { kind: 'never'; before: WallTime; after: WallTime };

const instantOf = (time: Temporal.ZonedDateTime): Instant =>
	new Date(time.epochMilliseconds).toISOString();
const wallOf = (time: Temporal.ZonedDateTime): WallTime =>
	time.toPlainDateTime().toString({ smallestUnit: 'minute' });

/**
 * The instants of a wall time in a zone: one; two when the clocks go back; none when they go forward.
 * The caller chooses between two. Server only, since it needs Temporal.
 * @param zone IANA zone
 */
export function instantsAt(wall: WallTime, zone: string): Found {
	const plain = Temporal.PlainDateTime.from(wall);
	const earlier = plain.toZonedDateTime(zone, { disambiguation: 'earlier' });
	const later = plain.toZonedDateTime(zone, { disambiguation: 'later' });
	if (earlier.epochMilliseconds === later.epochMilliseconds) {
		return { kind: 'once', instant: instantOf(earlier) };
	}
	if (earlier.toPlainDateTime().equals(plain)) {
		return { kind: 'twice', first: instantOf(earlier), second: instantOf(later) };
	}
	// With the offset after the transition, a time in the gap lies before the transition.
	const jump = earlier.getTimeZoneTransition('next') ?? later;
	return { kind: 'never', before: wallOf(jump.subtract({ minutes: 1 })), after: wallOf(jump) };
}

/** The wall time in a zone at an instant, to the minute. */
export function wallTimeAt(instant: Instant, zone: string): WallTime {
	return wallOf(Temporal.Instant.from(instant).toZonedDateTimeISO(zone));
}

/** Which occurrence of its wall time an instant is, if that comes twice in the zone; else null. */
export function foldAt(instant: Instant, zone: string): Fold | null {
	const found = instantsAt(wallTimeAt(instant, zone), zone);
	if (found.kind !== 'twice') return null;
	return found.first === instant ? 'first' : 'second';
}

/** Offset of a zone from UTC at an instant: "UTC+2", "UTC-3:30", "UTC". */
export function offsetText(instant: Instant, zone: string): string {
	const { offset } = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
	const [, sign = '', hours = '', minutes = ''] = /^([+-])(\d\d):(\d\d)/.exec(offset) ?? [];
	if (hours === '00' && minutes === '00') return 'UTC';
	return `UTC${sign}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`;
}
