import type { Instant } from '#kernel/clock.ts';
import { type Refusal, refuseConflict, refuseInvalid } from '#kernel/refusal.ts';
import {
	setThreadDates,
	type ThreadDates
} from '#features/interviews/writes/thread-dates.server.ts';
import type { Interview } from '#features/interviews/reads/interviews.server.ts';
import { meetingOf } from '#features/meetings/reads/meetings.server.ts';
import type { Context } from '#server/perform.ts';
import type { Scope } from '#server/scope.server.ts';
import type { TalkTiming } from '../rules/timing.ts';
import {
	boundaryKinds,
	RESERVED_FOR_BOUNDARIES,
	sameEvent,
	type TalkEvent
} from '../rules/events.ts';
import { readEvent } from '../rules/read-event.ts';
import { reduceTalk, type TalkState } from '../rules/talk-state.ts';
import type { Receipt } from '../schemas.ts';
import * as store from '../store.server.ts';

const unreadable = refuseInvalid(
	'talks.unreadable',
	'This entry cannot be read, so it was not saved. It stays on your device. The other entries were saved.'
);
const otherEvent = refuseConflict(
	'talks.other-body',
	'This id already belongs to another entry. Neither entry was changed.'
);

const full = refuseConflict(
	'talks.full',
	'This conversation is full, so this entry was not saved. Earlier entries are safe, and this one stays on this device. Copy its text to another place.'
);

/** Refusal of events for a closed interview. */
export const closedToTalks = refuseConflict(
	'talks.closed',
	'This interview is closed, so you cannot start a conversation. Your notes are kept. Reopen the interview to continue.'
);

/** Refusal to change the end of a talk on which other entries depend. */
export const restsOnIt = refuseConflict(
	'talks.rests-on-it',
	'You have already reflected on this conversation or sent thanks, so its end stays as it is. Your notes are kept. Correct them on the Reflect page.'
);

/** Whether an insight, a debrief or a thank-you depends on a talk. */
export async function isEndFixed(
	scope: Scope,
	{ id, heldAt, thankedAt }: Pick<Interview, 'id' | 'heldAt' | 'thankedAt'>
): Promise<boolean> {
	if (!heldAt) return false;
	return thankedAt !== null || (await store.isReflectedOn(scope, id));
}

function idIn(value: unknown): string | null {
	const { id } = Object(value) as { id?: unknown };
	return typeof id === 'string' ? id : null;
}

/** Kinds that change or remove the end of a talk. */
const changesEnd: ReadonlySet<TalkEvent['kind']> = new Set(['resumed', 'taken-back', 'held']);

/** Whether a start was made after the interview was closed, and not merely sent late. */
function begunTooLate(event: TalkEvent, { closedAt }: Interview): boolean {
	return (
		(event.kind === 'started' || event.kind === 'held') && closedAt !== null && event.at > closedAt
	);
}

/**
 * Adds events of a device to the log, each id once. Each event is accepted or refused on its own. A full
 * log accepts only `boundaryKinds`.
 * @returns a receipt for each, in the order sent, and the present state of the talk
 */
export async function keepEvents(
	context: Context,
	interview: Interview,
	sent: readonly unknown[]
): Promise<{ receipts: Receipt[]; state: TalkState; added: TalkEvent[] }> {
	const { scope, now } = context;
	const events = sent.map(readEvent);
	const ids = events.flatMap((event) => event?.id ?? []);
	const stored = new Map(
		(await store.eventsWithIds(scope, ids)).map((each) => [each.id, each] as const)
	);
	const added: TalkEvent[] = [];
	const log = await store.eventsOf(scope, interview.id);
	const begun = log.some(({ kind }) => kind === 'started');
	const endFixed = await isEndFixed(scope, interview);
	const left = await store.eventsLeft(scope, interview.id);
	const refusalOf = (event: TalkEvent): Refusal | undefined => {
		if (!begun && begunTooLate(event, interview)) return closedToTalks;
		if (changesEnd.has(event.kind) && endFixed) return restsOnIt;
		const reserved = boundaryKinds.has(event.kind) ? 0 : RESERVED_FOR_BOUNDARIES;
		return added.length + reserved < left ? undefined : full;
	};
	const receipts = events.map((event, place): Receipt => {
		if (!event) return { id: idIn(sent[place]), accepted: false, ...reasonOf(unreadable) };
		const { id } = event;
		const before = stored.get(id);
		if (before) {
			const same =
				before.interviewId === interview.id && before.event && sameEvent(before.event, event);
			return same ? { id, accepted: true } : { id, accepted: false, ...reasonOf(otherEvent) };
		}
		const refusal = refusalOf(event);
		if (refusal) return { id, accepted: false, ...reasonOf(refusal) };
		stored.set(id, { id, interviewId: interview.id, event });
		added.push(event);
		return { id, accepted: true };
	});
	await store.addEvents(scope, interview.id, added, now);
	const state = reduceTalk([...log, ...added]);
	if (added.length > 0) await follow(context, interview, state);
	return { receipts, state, added };
}

function reasonOf({ code, sentence }: { code: string; sentence: string }) {
	return { code, sentence };
}

/** Updates the row of the talk and the dates of the interview from the log. */
async function follow(context: Context, interview: Interview, state: TalkState): Promise<void> {
	const { scope, now, record } = context;
	await store.storeTalk(scope, interview.id, state, now);
	const dates = await datesAfter(context, interview, state);
	if (dates) await setThreadDates(scope, interview.id, dates, now);
	record({ verb: 'talks.recorded', about: { kind: 'interview', id: interview.id } });
	if (dates?.heldAt && !interview.heldAt) {
		record({ verb: 'talks.held', about: { kind: 'interview', id: interview.id } });
	}
}

/** The earlier of both instants; a device's clock may be ahead, but a talk cannot be held in the future. */
function notAfter(instant: Instant, now: Instant): Instant {
	return instant < now ? instant : now;
}

/**
 * The dates of an interview after its talk. A held talk implies agreement: if none was noted, both dates
 * are set to the same instant, and cleared together when the end is reversed.
 */
async function datesAfter(
	{ scope, now }: Context,
	interview: Interview,
	{ startedAt, endedAt }: TalkTiming
): Promise<ThreadDates | undefined> {
	const ownAgreement =
		interview.agreedAt === null ||
		(interview.agreedAt === interview.heldAt && !(await meetingOf(scope, interview.id)));
	if (startedAt && endedAt) {
		const heldAt = notAfter(endedAt, now);
		if (interview.heldAt === heldAt) return undefined;
		return { heldAt, ...(ownAgreement ? { agreedAt: heldAt } : {}) };
	}
	if (!interview.heldAt || (await isEndFixed(scope, interview))) return undefined;
	return { heldAt: null, ...(ownAgreement ? { agreedAt: null } : {}) };
}
