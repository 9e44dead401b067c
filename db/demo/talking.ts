import { dayOf } from '#kernel/clock.ts';
import { agreeMeeting } from '#features/meetings/operations.server.ts';
import { addToTalk } from '#features/talk/operations.server.ts';
import type { Thread } from './beginning.ts';
import type { DemoStep, DemoRun } from './demo-run.ts';
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

/** The step that records the agreed meeting, on the day of the answer. */
function agreement(demo: DemoRun, thread: Thread): DemoStep[] {
	const { meeting, answered, zone } = thread;
	if (!meeting || answered === undefined) return [];
	const { minutes, medium } = meeting;
	return [
		{
			at: demo.instant(answered, '12:05'),
			run: () =>
				demo.do(agreeMeeting, {
					interviewId: thread.id,
					...wallTime(demo.startOf(meeting), demo.zone),
					minutes,
					medium,
					partnerZone: zone
				})
		}
	];
}

/** The steps of the talk: start, a note for every insight, extension, goodbye. */
function conversation(demo: DemoRun, thread: Thread, learned: readonly DemoInsight[]): DemoStep[] {
	const { meeting, held } = thread;
	if (!meeting || held === undefined) return [];
	const start = Date.parse(demo.startOf(meeting));
	const after = (minutes: number): string =>
		new Date(start + minutes * MILLIS_OF_MINUTE).toISOString();
	const eventStep = (
		minutes: number,
		what: Record<string, unknown> & { kind: 'note' | 'started' | 'extended' | 'goodbye' }
	): DemoStep => ({
		at: after(minutes),
		run: () => demo.do(addToTalk, { interviewId: thread.id, ...what })
	});
	const step = (held - 1) / learned.length;
	const over = held - meeting.minutes;
	return [
		eventStep(0, { kind: 'started', minutes: meeting.minutes }),
		...learned.map(({ text, words, stance }, index) =>
			eventStep((index + 0.6) * step, {
				kind: 'note',
				text: words || text.toLowerCase(),
				tag: words ? 'their-words' : marks[stance]
			})
		),
		...(over >= 2 ? [eventStep(meeting.minutes, { kind: 'extended', minutes: 5 })] : []),
		eventStep(held, { kind: 'goodbye' })
	];
}

/** The steps from the agreed meeting to the end of the talk. */
export function talking(
	demo: DemoRun,
	thread: Thread,
	learned: readonly DemoInsight[]
): DemoStep[] {
	return [...agreement(demo, thread), ...conversation(demo, thread, learned)];
}
