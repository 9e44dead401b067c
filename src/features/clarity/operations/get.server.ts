import { z } from 'zod';
import { businessCalendar } from '#features/account/reads/calendar.server.ts';
import { dayOf } from '#kernel/clock.ts';
import { operation } from '#server/perform.ts';
import { readReadiness } from '../reads/readiness.server.ts';
import { clarity } from '../schemas.ts';
import * as store from '../store.server.ts';

/** Ended themes shown, per kind of ending, the latest first. */
const endedShown = 20;

/** Everything about clarity: themes and parking lot, who the explorer is, and the readiness check. */
export const getClarity = operation({
	name: 'clarity.get',
	http: { verb: 'GET', path: '/clarity' },
	summary: 'Get your themes, your lists and the readiness check',
	effect: 'read',
	input: z.object({}),
	output: clarity,
	example: {},
	run: async ({ scope, now }) => {
		const [{ readiness, themes, answers, noDealBreakerSince }, { zone }, notes, ...rest] =
			await Promise.all([
				readReadiness(scope, now),
				businessCalendar(scope),
				store.selfNotes(scope),
				store.chosenThemes(scope, endedShown),
				store.letGoThemes(scope, endedShown),
				store.criteria(scope),
				store.otherOptions(scope)
			]);
		const [chosen, letGo, criteria, options] = rest;
		const ofKind = (kind: string) =>
			notes.filter((note) => note.kind === kind).map(({ id, text }) => ({ id, text }));
		return {
			today: dayOf(now, zone),
			readiness,
			themes: themes.flatMap(({ id, title, activity, setting, pull, titles, seat }) =>
				seat === null ? [] : [{ id, title, activity, setting, pull, titles, seat }]
			),
			parked: themes.flatMap(({ id, title, parked_at: parkedAt, look_again_on: lookAgainOn }) =>
				parkedAt === null ? [] : [{ id, title, parkedAt, lookAgainOn }]
			),
			chosen,
			letGo,
			interests: ofKind('interest'),
			strengths: ofKind('strength'),
			values: ofKind('value'),
			criteria: criteria.map(({ id, text, dealBreakerAt }) => ({ id, text, dealBreakerAt })),
			noDealBreakerSince,
			options,
			answers: answers ?? null
		};
	}
});
