import { addMinutes, type Instant } from '#kernel/clock.ts';
import { usualMinutes } from '#method/media.ts';
import type { EventOf, TalkEvent } from './events.ts';

/** Times that more may be taken where it is offered (method.md 6). */
export const MOST_EXTENSIONS = 2;
/** Minutes before the end from which on more may be taken; the quiet sign, too (method.md 6). */
export const NEAR_MINUTES = 2;

export interface Extension {
	at: Instant;
	minutes: 5 | 10;
}

export interface Asked {
	questionId: string | null;
	text: string;
	at: Instant;
}

/** How a talk went so far: when it began and ended, what was added, what was asked. */
export interface Course {
	startedAt: Instant | null;
	endedAt: Instant | null;
	agreedMinutes: number;
	extraMinutes: number;
	extensions: Extension[];
	/** questions in the order they were shown, each once */
	asked: Asked[];
	/** the one on the screen */
	question: Asked | null;
}

/** What happens only inside a talk, so that a log whose start is lost still has one. */
const withinTalk: ReadonlySet<TalkEvent['kind']> = new Set([
	'started',
	'note',
	'question-shown',
	'extended',
	'goodbye'
]);

/** The instant at which the promised time is over, extensions included. */
export function endOf(course: Pick<Course, 'agreedMinutes' | 'extraMinutes'>, startedAt: Instant) {
	return addMinutes(startedAt, course.agreedMinutes + course.extraMinutes);
}

function mayExtend(course: Course, at: Instant): boolean {
	if (!course.startedAt || course.endedAt) return false;
	const near = addMinutes(endOf(course, course.startedAt), -NEAR_MINUTES);
	// Two phones that press at once press once: after the first the end is not near any more.
	return course.extensions.length < MOST_EXTENSIONS && at >= near;
}

function show(course: Course, shown: Asked): void {
	const before = course.asked.find(({ questionId, text }) =>
		shown.questionId === null ? text === shown.text : questionId === shown.questionId
	);
	if (!before) course.asked.push(shown);
	course.question = shown;
}

/** What somebody says afterwards about the whole talk stands over what a clock counted. */
function heldCourse(
	counted: Course,
	{ startedAt, minutes, agreedMinutes }: EventOf<'held'>
): Course {
	const endedAt = addMinutes(startedAt, minutes);
	return { ...counted, startedAt, endedAt, agreedMinutes, extraMinutes: 0, extensions: [] };
}

/** The talk goes on as it was counted; where nothing was, from the start that was said. */
function resume(course: Course, held: EventOf<'held'> | undefined): void {
	course.endedAt = null;
	if (!held || course.startedAt) return;
	course.startedAt = held.startedAt;
	course.agreedMinutes = held.agreedMinutes;
}

/**
 * @param ordered a log in its order, see `inOrder`
 * @returns the course of the talk; what is against a rule (a third extension) is left out
 */
export function courseOf(ordered: readonly TalkEvent[]): Course {
	const takenBack = ordered.findLastIndex(({ kind }) => kind === 'taken-back');
	const since = ordered.slice(takenBack + 1);
	const start = since.find((event) => event.kind === 'started');
	const course: Course = {
		startedAt: start?.at ?? since.find(({ kind }) => withinTalk.has(kind))?.at ?? null,
		endedAt: null,
		agreedMinutes: start?.agreedMinutes ?? usualMinutes,
		extraMinutes: 0,
		extensions: [],
		asked: [],
		question: null
	};
	let held: EventOf<'held'> | undefined;
	for (const event of since) {
		if (event.kind === 'question-shown') {
			show(course, { questionId: event.questionId, text: event.text, at: event.at });
		} else if (event.kind === 'extended' && mayExtend(course, event.at)) {
			course.extensions.push({ at: event.at, minutes: event.minutes });
			course.extraMinutes += event.minutes;
		} else if (event.kind === 'goodbye' && course.startedAt) {
			// A second phone whose clock is behind cannot end a talk before it began.
			course.endedAt ??= event.at > course.startedAt ? event.at : course.startedAt;
		} else if (event.kind === 'resumed') {
			resume(course, held);
			held = undefined;
		} else if (event.kind === 'held') {
			held = event;
		}
	}
	return held ? heldCourse(course, held) : course;
}
