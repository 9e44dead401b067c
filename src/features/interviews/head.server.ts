import { briefMisses, type BriefFacts } from '#features/preparation/rules/brief.ts';
import { requestReady } from '#features/preparation/rules/request-ready.ts';
import { stageNames, stageOf } from './rules/stage.ts';
import { stepsOf } from './rules/steps.ts';
import type { Head } from './shapes.ts';
import type { NamedThread } from './store.server.ts';

/** The brief as the rules of the preparation read it. */
export type Research = BriefFacts;

/** The head of each page of an interview: who, about what, and where it stands. */
export function headOf(thread: NamedThread, research: Research): Head {
	const stage = stageOf(thread);
	return {
		id: thread.id,
		stage,
		stageName: stageNames[stage],
		person: {
			id: thread.personId,
			name: thread.personName,
			givenName: thread.givenName || thread.personName,
			line: [thread.position, thread.company].filter(Boolean).join(', '),
			place: thread.place,
			email: thread.email,
			profile: thread.profile,
			zone: thread.personZone,
			mustNotBeContacted: thread.doNotContactAt !== null
		},
		theme: { id: thread.themeId, title: thread.themeTitle, seat: thread.themeSeat },
		channel: thread.channel,
		connection: thread.connection,
		connector: pair(thread.connectorId, thread.connectorName),
		organization: pair(thread.organizationId, thread.organizationName),
		dates: datesOf(thread),
		steps: stepsOf(thread, {
			requestReady: requestReady(research.goals, research.sources).ready,
			briefComplete: briefMisses(research).length === 0
		})
	};
}

function pair(id: string | null, name: string | null): { id: string; name: string } | null {
	return id !== null && name !== null ? { id, name } : null;
}

function datesOf(thread: NamedThread): Head['dates'] {
	const { wishedAt, askedAt, chasedAt, answeredAt, agreedAt } = thread;
	const { heldAt, thankedAt, closedAt, closedBecause } = thread;
	const before = { wishedAt, askedAt, chasedAt, answeredAt, agreedAt };
	return { ...before, heldAt, thankedAt, closedAt, closedBecause };
}
