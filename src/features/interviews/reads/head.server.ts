import { stageNames, stageOf } from '#method/stage.ts';
import { stepsOf, type Preparation } from '../rules/steps.ts';
import { dates, type Head } from '../schemas.ts';
import type { NamedThread } from '../store.server.ts';

/**
 * Head of each page of an interview: partner, theme and stage.
 * @param preparation progress of its preparation
 */
export function headOf(thread: NamedThread, preparation: Preparation): Head {
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
		dates: dates.parse(thread),
		steps: stepsOf(thread, preparation)
	};
}

function pair(id: string | null, name: string | null): { id: string; name: string } | null {
	return id !== null && name !== null ? { id, name } : null;
}
