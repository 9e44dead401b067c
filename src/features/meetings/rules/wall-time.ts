import type { Instant } from '#kernel/clock.ts';

/** What a clock on the wall shows, without a zone: `2026-11-23T16:00`. */
export type WallTime = string;

/** Which of the two, where the clocks go back and a wall time comes twice. */
export type Fold = 'first' | 'second';

/** What a wall time is in a zone. */
export type Found =
	| { kind: 'once'; instant: Instant }
	/** the clocks go back over it */
	| { kind: 'twice'; first: Instant; second: Instant }
	/** the clocks jump over it: the last minute before, the first one after */
	| { kind: 'never'; before: WallTime; after: WallTime };

const instantOf = (time: Temporal.ZonedDateTime): Instant =>
	new Date(time.epochMilliseconds).toISOString();
const wallOf = (time: Temporal.ZonedDateTime): WallTime =>
	time.toPlainDateTime().toString({ smallestUnit: 'minute' });

/**
 * The instants at which clocks in a zone show a wall time: one, two where they go back, none where
 * they jump ahead. Nothing is guessed: the explorer chooses. For the server: it needs Temporal.
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
	// Said with the offset of after the jump, a time in the gap lies before it.
	const jump = earlier.getTimeZoneTransition('next') ?? later;
	return { kind: 'never', before: wallOf(jump.subtract({ minutes: 1 })), after: wallOf(jump) };
}

/** What clocks in a zone show at an instant, to the minute. */
export function wallTimeAt(instant: Instant, zone: string): WallTime {
	return wallOf(Temporal.Instant.from(instant).toZonedDateTimeISO(zone));
}

/** Which of the two an instant is, where its wall time comes twice in a zone; else null. */
export function foldAt(instant: Instant, zone: string): Fold | null {
	const found = instantsAt(wallTimeAt(instant, zone), zone);
	if (found.kind !== 'twice') return null;
	return found.first === instant ? 'first' : 'second';
}

/** How far a zone is from UTC at an instant: "UTC+2", "UTC-3:30", "UTC". */
export function offsetText(instant: Instant, zone: string): string {
	const { offset } = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
	const [, sign = '', hours = '', minutes = ''] = /^([+-])(\d\d):(\d\d)/.exec(offset) ?? [];
	if (hours === '00' && minutes === '00') return 'UTC';
	return `UTC${sign}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`;
}
