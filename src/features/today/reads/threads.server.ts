import type { BusinessCalendar } from '#kernel/business-days.ts';
import { addDays, dayOf, type Instant } from '#kernel/clock.ts';
import { updatesDue, type UpdateOwed } from '#features/reflection/reads/updates-due.server.ts';
import { connectorUpdateDueOn, updateDueOn } from '#features/outreach/rules/updates.ts';
import type { Scope } from '#server/scope.server.ts';
import type { InterviewFacts } from '#method/interview-facts.ts';
import { isWaiting, type Stage, stageOf } from '#method/stage.ts';
import type { TodayInterview } from '../rules/today-facts.ts';
import { waitingCadence } from '#features/outreach/rules/waiting-cadence.ts';
import { medium } from '#features/interviews/schemas.ts';
import type * as interviews from '#features/interviews/reads/interviews.server.ts';

/** When an interview reached its stage. */
export function sinceOf(facts: InterviewFacts): Instant {
	const at: Record<Stage, InterviewFacts['askedAt']> = {
		'to-ask': facts.wishedAt,
		asked: facts.askedAt,
		agreed: facts.agreedAt,
		talked: facts.heldAt,
		thanked: facts.thankedAt,
		closed: facts.closedAt
	};
	return at[stageOf(facts)] ?? facts.wishedAt;
}

type Finished = Awaited<ReturnType<typeof interviews.finishedThreads>>[number];

/** An interview as read from the store; only open ones have names and the agreed time. */
type AnyThread = Pick<Finished, keyof Finished & keyof interviews.OpenThread> &
	Partial<Omit<interviews.OpenThread, keyof Finished>>;

function underWay(thread: AnyThread): TodayInterview['underWay'] {
	const { underWaySince, underWayMinutes, underWayExtra } = thread;
	if (!underWaySince) return undefined;
	return { since: underWaySince, minutes: (underWayMinutes ?? 0) + (underWayExtra ?? 0) };
}

function meetingFacts(thread: AnyThread): TodayInterview['meeting'] {
	const { startsAt, minutes, medium: by, partnerZone } = thread;
	if (!startsAt || !minutes || !by) return undefined;
	return { startsAt, minutes, medium: medium.parse(by), partnerZone };
}

/** An interview as input of the rules of Today and board, with the data of its card. */
export type ThreadFacts = TodayInterview & Pick<AnyThread, 'themeId' | 'themeSeat' | 'place'>;

export function threadFacts(thread: AnyThread): ThreadFacts {
	return {
		...thread,
		line: [thread.position, thread.company, thread.place].filter(Boolean).join(', '),
		stage: stageOf(thread),
		since: sinceOf(thread),
		mustNotBeContacted: thread.doNotContactAt !== null,
		themeRests: thread.themeSeat === null,
		meeting: meetingFacts(thread),
		underWay: underWay(thread)
	};
}

/**
 * Most requests whose cadence is computed, the longest waiting first: five may wait at a time
 * (method 3); more exist only after an import of a file [D].
 */
const MOST_CADENCES = 20;

/** Adds the cadence to waiting requests. */
export function withCadence(
	threads: readonly interviews.OpenThread[],
	now: Instant,
	calendar: BusinessCalendar
): ThreadFacts[] {
	const today = dayOf(now, calendar.zone);
	const asked = new Map<string, number>();
	for (const { askedAt, themeId } of threads) {
		if (askedAt !== null) asked.set(themeId, (asked.get(themeId) ?? 0) + 1);
	}
	const paced = new Set(
		threads
			.filter(isWaiting)
			.toSorted((one, other) => ((one.askedAt ?? '') < (other.askedAt ?? '') ? -1 : 1))
			.slice(0, MOST_CADENCES)
	);
	return threads.map((thread) => {
		const facts = threadFacts(thread);
		if (!paced.has(thread)) return facts;
		const second = (asked.get(thread.themeId) ?? 0) > 1;
		return { ...facts, cadence: waitingCadence(thread, second, calendar, today) };
	});
}

/** Days after a talk during which Today asks what was learned [D]. */
const LEARN_DAYS = 14;

/** Thanked interviews with an open step: an update is due, or nothing of the talk is noted. */
export async function thankedForToday(
	scope: Scope,
	now: Instant,
	zone: string
): Promise<TodayInterview[]> {
	const today = dayOf(now, zone);
	return (await updatesDue(scope)).flatMap((owed): TodayInterview[] => {
		const nothingLearned =
			owed.nothingLearned &&
			owed.heldAt !== null &&
			addDays(dayOf(owed.heldAt, zone), LEARN_DAYS) >= today;
		const update = updateFacts(owed, zone);
		const thankConnector =
			owed.connectorId !== null &&
			!owed.connectorDoNotContactAt &&
			!owed.connectorThankedAt &&
			!owed.connectorToldAt;
		const tells = update.tellOn !== undefined && update.tellOn <= today;
		if (!nothingLearned && !tells && !thankConnector) return [];
		return [
			{
				id: owed.interviewId,
				personName: owed.personName,
				themeTitle: '',
				stage: 'thanked',
				since: owed.thankedAt ?? now,
				heldAt: owed.heldAt,
				goals: 1,
				sources: 1,
				nothingLearned,
				thankConnector,
				...update
			}
		];
	});
}

type UpdateFacts = Pick<TodayInterview, 'tellOn' | 'tellWhom' | 'introduction'>;

/** Date and recipients of the update; not people who must not be contacted. */
function updateFacts(owed: UpdateOwed, zone: string): UpdateFacts {
	const partnerOn = owed.partnerDoNotContactAt ? undefined : updateDueOn(owed, zone);
	const connectorOn = owed.connectorDoNotContactAt ? undefined : connectorUpdateDueOn(owed, zone);
	const introduction =
		owed.connectorName === null
			? undefined
			: { connector: owed.connectorName, agreedAt: owed.thankedAt ?? '' };
	if (!partnerOn) return { tellOn: connectorOn, tellWhom: 'connector', introduction };
	if (connectorOn && connectorOn < partnerOn) {
		return { tellOn: connectorOn, tellWhom: 'connector', introduction };
	}
	const again = owed.firstUpdateSentAt !== null;
	const both = connectorOn !== undefined && !again;
	const tellWhom = again ? 'partner-again' : both ? undefined : 'partner';
	return { tellOn: partnerOn, tellWhom, introduction };
}
