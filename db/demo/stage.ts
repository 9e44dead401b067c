import type { z } from 'zod';
import { addDays, dayOf, type Clock, type Instant } from '#kernel/clock.ts';
import type { Operation } from '#kernel/operation.ts';
import type { DemoMeeting } from './interview.ts';
import { perform, type Caller, type Context, type Performer } from '#server/perform.ts';

const MILLIS_OF_HOUR = 3_600_000;
const MILLIS_OF_QUARTER = 900_000;
const FIRST_HOUR = 7;
const LAST_HOUR = 19;

/** A clock that the demo moves through its season; it never runs by itself. */
export interface MovingClock extends Clock {
	set(instant: Instant): void;
}

/** Where a season is played: one explorer, one moving clock, operations only. */
export interface Stage {
	/** performs an operation as the explorer */
	do<Input extends z.ZodType, Output extends z.ZodType>(
		operation: Operation<Input, Output, Context>,
		input: z.input<Input>
	): Promise<z.output<Output>>;
	/** an instant so many days before today (ahead with a minus), at a wall time at home */
	instant(daysAgo: number, time?: string): Instant;
	/** when an agreed talk begins, on the quarter of an hour */
	startOf(meeting: DemoMeeting): Instant;
	/** a date so many days before today */
	day(daysAgo: number): string;
	clock: MovingClock;
	zone: string;
}

/** @param today the last instant of the season */
export function openStage(
	performer: Performer & { clock: MovingClock },
	caller: Caller,
	zone: string,
	today: Instant
): Stage {
	const day = (daysAgo: number): string => addDays(dayOf(today, zone), -daysAgo);
	const instant = (daysAgo: number, time = '09:30'): Instant =>
		Temporal.PlainDateTime.from(`${day(daysAgo)}T${time}`)
			.toZonedDateTime(zone)
			.toInstant()
			.toString({ fractionalSecondDigits: 3 });
	return {
		do: async (operation, input) =>
			operation.output.parse(await perform(performer, operation, caller, input)),
		instant,
		startOf: (meeting) => {
			if ('day' in meeting) return instant(meeting.day, meeting.time);
			const millis = Date.parse(today) + meeting.hours * MILLIS_OF_HOUR;
			const begin = new Date(
				Math.floor(millis / MILLIS_OF_QUARTER) * MILLIS_OF_QUARTER
			).toISOString();
			const { hour } = Temporal.Instant.from(begin).toZonedDateTimeISO(zone);
			// Nobody talks at night: a talk of this morning becomes yesterday's, one of tonight tomorrow's.
			if (hour < FIRST_HOUR) return instant(meeting.hours < 0 ? 1 : 0, '10:00');
			return hour > LAST_HOUR ? instant(meeting.hours < 0 ? 0 : -1, '10:00') : begin;
		},
		day,
		clock: performer.clock,
		zone
	};
}

/** What happens at its instant. */
export interface Scene {
	at: Instant;
	play(): Promise<unknown>;
}

/** Plays scenes in the order of their instants, the clock set to each and never past today. */
export async function play(stage: Stage, scenes: readonly Scene[], today: Instant): Promise<void> {
	const inOrder = scenes.toSorted((one, other) =>
		one.at < other.at ? -1 : one.at > other.at ? 1 : 0
	);
	for (const scene of inOrder) {
		stage.clock.set(scene.at < today ? scene.at : today);
		await scene.play();
	}
}
