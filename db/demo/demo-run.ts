import type { z } from 'zod';
import { addDays, dayOf, type Clock, type Instant } from '#kernel/clock.ts';
import type { Operation } from '#kernel/operation.ts';
import type { DemoMeeting } from './interview.ts';
import { perform, type Caller, type Context, type Performer } from '#server/perform.ts';

const MILLIS_OF_HOUR = 3_600_000;
const MILLIS_OF_QUARTER = 900_000;
const FIRST_HOUR = 7;
const LAST_HOUR = 19;

/** The clock of the demo, set to the instant of each step. */
export interface MovingClock extends Clock {
	set(instant: Instant): void;
}

/** A run of the demo: it performs operations as one explorer at set instants. */
export interface DemoRun {
	/** performs an operation as the explorer */
	do<Input extends z.ZodType, Output extends z.ZodType>(
		operation: Operation<Input, Output, Context>,
		input: z.input<Input>
	): Promise<z.output<Output>>;
	/** an instant a number of days before today (negative: after), at a local time of the explorer */
	instant(daysAgo: number, time?: string): Instant;
	/** start of an agreed talk, rounded down to a quarter of an hour */
	startOf(meeting: DemoMeeting): Instant;
	/** a date a number of days before today */
	day(daysAgo: number): string;
	clock: MovingClock;
	zone: string;
}

/** @param today the last instant of the demo */
export function startDemoRun(
	performer: Performer & { clock: MovingClock },
	caller: Caller,
	zone: string,
	today: Instant
): DemoRun {
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
			// Outside 7:00 to 19:59 a talk moves to 10:00 of a neighbouring day or the same day, on the same
			// side of now.
			if (hour < FIRST_HOUR) return instant(meeting.hours < 0 ? 1 : 0, '10:00');
			return hour > LAST_HOUR ? instant(meeting.hours < 0 ? 0 : -1, '10:00') : begin;
		},
		day,
		clock: performer.clock,
		zone
	};
}

/** One step of the demo and its instant. */
export interface DemoStep {
	at: Instant;
	run(): Promise<unknown>;
}

/** Runs steps in the order of their instants, with the clock set to each, but never past today. */
export async function runSteps(
	demo: DemoRun,
	steps: readonly DemoStep[],
	today: Instant
): Promise<void> {
	const inOrder = steps.toSorted((one, other) =>
		one.at < other.at ? -1 : one.at > other.at ? 1 : 0
	);
	for (const step of inOrder) {
		demo.clock.set(step.at < today ? step.at : today);
		await step.run();
	}
}
