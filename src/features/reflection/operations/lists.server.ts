import { z } from 'zod';
import { businessCalendar } from '#features/account/reads/calendar.server.ts';
import { nextCursor, pageFields } from '#server/paging.ts';
import { operation } from '#server/perform.ts';
import { aspect, direction, favour, id, insight, stance } from '../schemas.ts';
import * as store from '../store.server.ts';
import { toFavourView } from './favours.server.ts';
import { toInsightView } from '../reads/insights.server.ts';

/**
 * Insights of all talks, or of one theme, talk or criterion, the newest first.
 * @refuses `insights.cursor`
 */
export const listInsights = operation({
	name: 'insights.list',
	http: { verb: 'GET', path: '/insights' },
	summary: 'List insights by theme, interview, criterion, aspect or stance',
	effect: 'read',
	input: z.object({
		themeId: id.optional(),
		interviewId: id.optional(),
		criterionId: id.optional(),
		aspect: aspect.optional(),
		stance: stance.optional(),
		...pageFields
	}),
	output: z.object({ insights: z.array(insight), nextCursor }),
	example: { stance: 'against', limit: 50 },
	run: async ({ scope }, { limit, cursor, ...wanted }) => {
		const page = await store.pageOfInsights(scope, wanted, { limit, cursor });
		return { insights: page.rows.map(toInsightView), nextCursor: page.nextCursor };
	}
});

/** Favours of all interviews or of one, the newest first. @refuses `favours.cursor` */
export const listFavours = operation({
	name: 'favours.list',
	http: { verb: 'GET', path: '/favours' },
	summary: 'List favours that partners gave and that you could give',
	effect: 'read',
	input: z.object({
		interviewId: id.optional(),
		direction: direction.optional(),
		...pageFields
	}),
	output: z.object({ favours: z.array(favour), nextCursor }),
	example: { direction: 'from-partner', limit: 50 },
	run: async ({ scope }, { limit, cursor, ...wanted }) => {
		const page = await store.pageOfFavours(scope, wanted, { limit, cursor });
		const { zone } = await businessCalendar(scope);
		return {
			favours: page.rows.map((row) => toFavourView(row, zone)),
			nextCursor: page.nextCursor
		};
	}
});
