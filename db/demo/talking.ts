import { dayOf } from '#kernel/clock.ts';
import { agreeMeeting } from '#features/meetings/operations.server.ts';
import { addToTalk } from '#features/talk/operations.server.ts';
import type { Thread } from './beginning.ts';
import type { Scene, Stage } from './stage.ts';
import type { DemoInsight } from './talks.ts';

const MILLIS_OF_MINUTE = 60_000;
const marks = { for: 'for', against: 'against', between: null } as const;

function wallTime(instant: string, zone: string): { day: string; time: string } {
	const zoned = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
	return {
		day: dayOf(instant, zone),
		time: zoned.toPlainTime().toString({ smallestUnit: 'minute' })
	};
}

/** The agreed time, noted on the day of the answer; an answer of today follows at once. */
function agreement(stage: Stage, thread: Thread): Scene[] {
	const { meeting, answered, zone } = thread;
	if (!meeting || answered === undefined) return [];
	const { minutes, medium } = meeting;
	return [
		{
			at: stage.instant(answered, '12:05'),
			play: () =>
				stage.do(agreeMeeting, {
					interviewId: thread.id,
					...wallTime(stage.startOf(meeting), stage.zone),
					minutes,
					medium,
					partnerZone: zone
				})
		}
	];
}

/** The conversation: the first words, a note for every second insight, the goodbye. */
function conversation(stage: Stage, thread: Thread, learned: readonly DemoInsight[]): Scene[] {
	const { meeting, held } = thread;
	if (!meeting || held === undefined) return [];
	const start = Date.parse(stage.startOf(meeting));
	const after = (minutes: number): string =>
		new Date(start + minutes * MILLIS_OF_MINUTE).toISOString();
	const happens = (
		minutes: number,
		what: Record<string, unknown> & { kind: 'note' | 'started' | 'extended' | 'goodbye' }
	): Scene => ({
		at: after(minutes),
		play: () => stage.do(addToTalk, { interviewId: thread.id, ...what })
	});
	const step = (held - 1) / learned.length;
	const over = held - meeting.minutes;
	return [
		happens(0, { kind: 'started', minutes: meeting.minutes }),
		...learned.map(({ text, words, stance }, index) =>
			happens((index + 0.6) * step, {
				kind: 'note',
				text: words || text.toLowerCase(),
				tag: words ? 'their-words' : marks[stance]
			})
		),
		...(over >= 2 ? [happens(meeting.minutes, { kind: 'extended', minutes: 5 })] : []),
		happens(held, { kind: 'goodbye' })
	];
}

/** From the agreed time to the goodbye. */
export function talking(stage: Stage, thread: Thread, learned: readonly DemoInsight[]): Scene[] {
	return [...agreement(stage, thread), ...conversation(stage, thread, learned)];
}
