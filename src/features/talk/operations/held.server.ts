import { z } from 'zod';
import { addMinutes, type Instant } from '#kernel/clock.ts';
import { undoneBy } from '#kernel/operation.ts';
import { refuse, refuseConflict, refuseInvalid } from '#kernel/refusal.ts';
import { exampleId } from '#method/field-schemas.ts';
import { businessCalendar } from '#features/account/reads/calendar.server.ts';
import { meetingOf } from '#features/meetings/reads/meetings.server.ts';
import { instantsAt } from '#features/meetings/rules/wall-time.ts';
import { operation } from '#server/perform.ts';
import { happen, talkToChange } from '../writes/happen.server.ts';
import { closedToTalks, isEndFixed, restsOnIt } from '../writes/events.server.ts';
import { timingOf } from '../rules/timing.ts';
import { afterAll, inOrder, type TalkEvent } from '../rules/events.ts';
import { mayHappen } from '../rules/may-happen.ts';
import { day, id, lasted, time } from '../schemas.ts';

/** Resolves a wall time; refuses one in the gap of a clock change, and takes the first of two. */
function momentOf(wall: string, zone: string): Instant {
	const found = instantsAt(wall, zone);
	if (found.kind === 'once') return found.instant;
	if (found.kind === 'twice') return found.first;
	throw refuseInvalid(
		'talks.no-such-time',
		`This time does not exist, because the clocks went forward. Nothing was changed. Enter ${found.after.slice(-5)} or later.`,
		'time'
	);
}

/**
 * Notes that a talk was held without its page, or was not ended on it (method.md 6, 7). Its notes stay.
 * @param day and time: the begin in the explorer's zone; minutes: the length
 * @returns the time it was held, that is its end, for `talks.unhold`
 * @refuses `interview.missing`, `talks.closed`, `talks.held-already`, `talks.not-yet`,
 * `talks.no-such-time`
 */
export const noteHeld = operation({
	name: 'talks.noteHeld',
	http: { verb: 'POST', path: '/interviews/{interviewId}/talk/held' },
	summary: 'Record a past conversation with its date, time and length',
	effect: 'write',
	input: z.object({ interviewId: id, day, time, minutes: lasted }),
	output: z.object({ interviewId: z.string(), heldAt: z.string(), minutes: z.number() }),
	example: { interviewId: exampleId, day: '2026-11-23', time: '16:00', minutes: 15 },
	said: 'Conversation recorded',
	undo: ({ interviewId, heldAt }) => undoneBy(unholdTalk, { interviewId, heldAt }),
	run: async (context, { interviewId, day, time, minutes }) => {
		const { scope, now } = context;
		const talk = await talkToChange(context, interviewId);
		if (talk.interview.closedAt) throw closedToTalks;
		const { zone } = await businessCalendar(scope);
		const startedAt = momentOf(`${day}T${time}`, zone);
		const heldAt = addMinutes(startedAt, minutes);
		if (heldAt > now) {
			throw refuse(
				'too-soon',
				'talks.not-yet',
				'This time is in the future. Nothing was changed. Record the conversation when it is over.',
				'time'
			);
		}
		const agreed = talk.state.startedAt
			? talk.state.agreedMinutes
			: (await meetingOf(scope, interviewId))?.minutes;
		const held = { kind: 'held', startedAt, minutes, agreedMinutes: agreed ?? minutes } as const;
		const refusal = mayHappen(talk.state, held, now);
		if (refusal) throw refusal;
		await happen(context, talk, [{ ...held, at: now }]);
		return { interviewId, heldAt, minutes };
	}
});

/**
 * Reverses that a talk was held. A talk started on its page is in progress again; one noted afterwards
 * has not begun. All notes stay.
 * @param heldAt as `talks.noteHeld` returned it, or as stored on the interview
 * @refuses `interview.missing`, `talks.changed-since`, `talks.rests-on-it`
 */
export const unholdTalk = operation({
	name: 'talks.unhold',
	http: { verb: 'DELETE', path: '/interviews/{interviewId}/talk/held' },
	summary: 'Mark a conversation as not held',
	effect: 'write',
	input: z.object({
		interviewId: id,
		heldAt: z.iso.datetime('Give the time at which the conversation was held.')
	}),
	output: z.object({ interviewId: z.string() }),
	example: { interviewId: exampleId, heldAt: '2026-11-23T15:15:00.000Z' },
	said: 'Marked as not held. Your notes are kept',
	run: async (context, { interviewId, heldAt }) => {
		const talk = await talkToChange(context, interviewId);
		const { interview, events } = talk;
		if (interview.heldAt !== heldAt) {
			throw refuseConflict(
				'talks.changed-since',
				'This conversation has been edited in the meantime. Nothing was changed. Check the talk screen, then try again.'
			);
		}
		if (await isEndFixed(context.scope, interview)) throw restsOnIt;
		const kind = wentOnHere(events) ? 'resumed' : 'taken-back';
		await happen(context, talk, [{ kind, at: afterAll(events, context.now) }]);
		return { interviewId };
	}
});

/** Whether a talk was started on its page before it was ended or noted as held. */
function wentOnHere(events: readonly TalkEvent[]): boolean {
	const ordered = inOrder(events);
	const end = ordered.findLastIndex(({ kind }) => kind === 'held' || kind === 'goodbye');
	return ordered[end]?.kind === 'goodbye' || timingOf(ordered.slice(0, end)).startedAt !== null;
}
