import { test } from 'vitest';
import { operationsIn } from '#server/perform.ts';
import { addGoal } from '#features/preparation/operations.server.ts';
import { newId } from '#server/tokens.ts';
import type { Season } from '#tests/support/season-parts.ts';
import {
	holdAllUndoable,
	holdUndoInSeason,
	type SeasonCase,
	type SeasonCases
} from '#tests/support/undo.ts';
import * as channel from './operations.server.ts';

async function introduction(season: Season) {
	const connectorId = await season.addPerson('Karin Ekblad');
	const offered = { themeId: season.themeId, connectorId, name: 'Joan Whitcombe' };
	const { id } = await season.as(channel.offerIntroduction, offered);
	const otherwise = () => season.as(channel.changeIntroduction, { id, country: 'Canada' });
	return { id, connectorId, input: () => ({ id }), otherwise };
}

async function ask(season: Season) {
	const { id: requestId } = await season.as(channel.draftIntroductionRequest, {
		themeId: season.themeId
	});
	const personId = await season.addPerson('Karin Ekblad');
	const { id } = await season.as(channel.addRecipient, { requestId, personId });
	const write = () =>
		season.as(channel.writeIntroductionRequest, { id: requestId, text: 'Do you know somebody?' });
	const answer = (said: 'not-now' | 'passed-on') =>
		season.as(channel.noteRecipientAnswer, { id, answer: said });
	return { requestId, personId, id, write, answer };
}

async function school(season: Season) {
	const added = { themeId: season.themeId, name: 'Nordic Editing School', training: 'Copy' };
	const { id } = await season.as(channel.addSchool, added);
	const otherwise = () => season.as(channel.changeSchool, { id, training: 'The evening course' });
	return { id, added, input: () => ({ id }), otherwise };
}

async function event(season: Season) {
	const added = { themeId: season.themeId, title: 'Autumn evening', onDay: '2026-12-03' };
	const { id } = await season.as(channel.addEvent, added);
	const otherwise = () => season.as(channel.changeEvent, { id, place: 'The library' });
	return { id, added, input: () => ({ id }), otherwise };
}

async function met(season: Season) {
	const { id: eventId } = await event(season);
	const { id } = await season.as(channel.meetPerson, { eventId, name: 'Callum Firth' });
	return { eventId, id };
}

/** A case of a step, with the steps that have to precede it. */
const step =
	(
		thing: (season: Season) => Promise<SeasonCase & { id: string }>,
		before: (season: Season, id: string) => Promise<unknown> = () => Promise.resolve()
	) =>
	async (season: Season): Promise<SeasonCase> => {
		const made = await thing(season);
		await before(season, made.id);
		return made;
	};

/** An interview that is planned with a given id, and changed since. */
function planned(season: Season, input: Record<string, unknown>): SeasonCase {
	const interviewId = newId();
	return {
		input: () => ({ ...input, interviewId }),
		otherwise: () => season.as(addGoal, { interviewId, text: 'What an ordinary week looks like' })
	};
}

const cases: SeasonCases = {
	'introductions.offer': async (season) => {
		const { requestId, personId: connectorId, answer } = await ask(season);
		await answer('not-now');
		const id = newId();
		return {
			input: () => ({ id, requestId, themeId: season.themeId, connectorId, name: 'Joan' }),
			otherwise: () => season.as(channel.markAgreed, { id })
		};
	},
	'introductions.change': async (season) => {
		const { id, otherwise } = await introduction(season);
		return { input: () => ({ id, about: 'Copy chief', name: 'Joan W.' }), otherwise };
	},
	'introductions.markAgreed': step(introduction),
	'introductions.markIntroduced': step(introduction),
	'introductions.lapse': step(introduction),
	'introductions.unlapse': step(introduction, (season, id) =>
		season.as(channel.lapseIntroduction, { id })
	),
	'introductions.plan': async (season) => planned(season, { id: (await introduction(season)).id }),
	'introductionRequests.draft': async (season) => {
		const id = newId();
		return {
			input: () => ({ id, themeId: season.themeId }),
			otherwise: () =>
				season.as(channel.writeIntroductionRequest, { id, text: 'Do you know somebody?' })
		};
	},
	'introductionRequests.addRecipient': async (season) => {
		const { requestId } = await ask(season);
		const personId = await season.addPerson('Helen Marsh');
		const id = newId();
		return {
			input: () => ({ id, requestId, personId }),
			otherwise: () => season.as(channel.markAsked, { id })
		};
	},
	'introductionRequests.removeRecipient': async (season) => {
		const { id, requestId, personId } = await ask(season);
		return {
			input: () => ({ id }),
			otherwise: () => season.as(channel.addRecipient, { requestId, personId })
		};
	},
	'introductionRequests.markAsked': async (season) => {
		const { id, answer } = await ask(season);
		return { input: () => ({ id }), otherwise: () => answer('not-now') };
	},
	'introductionRequests.noteAnswer': async (season) => {
		const { id, answer } = await ask(season);
		return {
			input: () => ({ id, answer: 'not-now' }),
			otherwise: async () => {
				await season.as(channel.unnoteRecipientAnswer, { id });
				await answer('passed-on');
			}
		};
	},
	'introductionRequests.end': async (season) => {
		const { requestId: id, write } = await ask(season);
		return { input: () => ({ id }), otherwise: write };
	},
	'introductionRequests.unend': async (season) => {
		const { requestId: id, write } = await ask(season);
		await season.as(channel.endIntroductionRequest, { id });
		return { input: () => ({ id }), otherwise: write };
	},
	'schools.add': async (season) => {
		const { id, added } = await school(season);
		// The organization is not deleted with the school, so it has to exist before.
		await season.as(channel.removeSchool, { id });
		return {
			input: () => ({ ...added, id }),
			otherwise: () => season.as(channel.changeSchool, { id, training: 'The evening course' })
		};
	},
	'schools.change': async (season) => {
		const { id, otherwise } = await school(season);
		const administratorId = await season.addPerson('Else Holm');
		return { input: () => ({ id, training: 'The day course', administratorId }), otherwise };
	},
	'schools.remove': async (season) => {
		const { id, added } = await school(season);
		return {
			input: () => ({ id }),
			otherwise: () => season.as(channel.addSchool, added)
		};
	},
	'schools.markAsked': step(school),
	'schools.markAnswered': step(school),
	'schools.markConnected': step(school),
	'schools.decline': step(school),
	'schools.undecline': step(school, (season, id) => season.as(channel.declineSchool, { id })),
	'schools.planTalk': async (season) => {
		const { id } = await school(season);
		await season.as(channel.markSchoolConnected, { id });
		return planned(season, { id, name: 'Aiko Brandvold', about: 'Finished in 2019' });
	},
	'events.add': async (season) => {
		const id = newId();
		return {
			input: () => ({ id, themeId: season.themeId, title: 'Evening', onDay: '2026-12-03' }),
			otherwise: () => season.as(channel.changeEvent, { id, place: 'The library' })
		};
	},
	'events.markAsked': step(event),
	'events.markInvited': step(event),
	'events.attend': step(event),
	'events.callOff': step(event),
	'events.uncallOff': step(event, (season, id) => season.as(channel.callOffEvent, { id })),
	'events.meet': async (season) => {
		const { id: eventId } = await event(season);
		const id = newId();
		return {
			input: () => ({ eventId, id, name: 'Callum Firth', note: 'Standards desk' }),
			otherwise: () => season.as(channel.skipFollowUp, { id })
		};
	},
	'events.unmeet': async (season) => {
		const { id, eventId } = await met(season);
		await season.as(channel.meetPerson, { eventId, name: 'Somebody else' });
		return {
			input: () => ({ id }),
			otherwise: () => season.as(channel.meetPerson, { eventId, id, name: 'Another' })
		};
	},
	'events.skipFollowUp': async (season) => {
		const { id } = await met(season);
		return {
			input: () => ({ id }),
			otherwise: async () => {
				await season.as(channel.unskipFollowUp, { id });
				await season.as(channel.skipFollowUp, { id });
			}
		};
	},
	'events.followUp': async (season) => planned(season, { id: (await met(season)).id })
};

holdAllUndoable(operationsIn(channel), Object.keys(cases));

test.each(Object.entries(cases))(
	'%s is taken back without a trace, and not once something else was changed',
	(name, make) => holdUndoInSeason(name, make)
);

test('an introduction request with somebody in it is not taken back with its beginning', () =>
	holdUndoInSeason('introductionRequests.draft', async (season) => {
		const id = newId();
		return {
			input: () => ({ id, themeId: season.themeId }),
			otherwise: async () => {
				const personId = await season.addPerson('Helen Marsh');
				await season.as(channel.addRecipient, { requestId: id, personId });
			}
		};
	}));
