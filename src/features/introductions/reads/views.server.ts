import { requestQuestion } from '../rules/texts.ts';
import { introductionStage, writeBy } from '../rules/stage.ts';
import type { IntroductionRequest, AssociationEvent, Introduction, School } from '../schemas.ts';
import type { CountedRequest, EventRow, IntroductionRow, SchoolRow } from '../store.server.ts';
import { eventStage, schoolStage } from '../rules/channel-stages.ts';

const named = (id: string | null, name: string | null) =>
	id === null ? null : { id, name: name ?? '' };

function themeOf(row: { themeId: string; themeTitle: string; themeSeat: number | null }) {
	return { id: row.themeId, title: row.themeTitle, seat: row.themeSeat };
}

export function toIntroductionView(row: IntroductionRow): Introduction {
	const { connectorId, connectorName, themeId, themeTitle, themeSeat, ...own } = row;
	const stage = introductionStage(own);
	const waits = stage === 'agreed' || stage === 'introduced';
	return {
		...own,
		theme: themeOf({ themeId, themeTitle, themeSeat }),
		connector: { id: connectorId, name: connectorName },
		stage,
		writeBy: waits && own.agreedAt ? writeBy(own.agreedAt) : null
	};
}

export function toIntroductionRequest(row: CountedRequest): IntroductionRequest {
	const { id, draftedAt, askedAt, endedAt, people, asked } = row;
	const { introduced, notNow, passedOn, introductions } = row;
	return {
		id,
		question: requestQuestion(row.themeTitle),
		theme: themeOf(row),
		draftedAt,
		askedAt,
		endedAt,
		counts: { people, asked, introduced, notNow, passedOn, introductions }
	};
}

export function toSchoolView(row: SchoolRow): Omit<School, 'alumni'> {
	const { id, training, askedAt, answeredAt, connectedAt, declinedAt, changedAt } = row;
	return {
		id,
		organization: { id: row.organizationId, name: row.organizationName },
		theme: themeOf(row),
		administrator: named(row.administratorId, row.administratorName),
		training,
		stage: schoolStage(row),
		askedAt,
		answeredAt,
		connectedAt,
		declinedAt,
		changedAt
	};
}

export function toEventView(row: EventRow): AssociationEvent {
	const { id, title, onDay, place, askedAt, invitedAt, attendedAt, calledOffAt, changedAt } = row;
	return {
		id,
		title,
		onDay,
		place,
		theme: themeOf(row),
		association: named(row.organizationId, row.organizationName),
		stage: eventStage(row),
		askedAt,
		invitedAt,
		attendedAt,
		calledOffAt,
		changedAt,
		met: row.met,
		left: row.left
	};
}
