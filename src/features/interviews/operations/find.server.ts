import { z } from 'zod';
import { nextCursor, pageFields } from '#server/paging.ts';
import { operation } from '#server/perform.ts';
import { stageOf } from '#method/stage.ts';
import { channel, dates, foundInterview, id, stage } from '../schemas.ts';
import * as store from '../store.server.ts';

function found(row: store.FoundInterview): z.infer<typeof foundInterview> {
	return {
		id: row.id,
		stage: stageOf(row),
		person: { id: row.personId, name: row.personName },
		theme: { id: row.themeId, title: row.themeTitle, seat: row.themeSeat },
		channel: row.channel,
		dates: dates.parse(row),
		changedAt: row.changedAt
	};
}

/**
 * Lists interviews of all stages with their dates, the newest wish first. `interviews.list` is the
 * board, ordered by next steps.
 * @refuses `interviews.cursor`
 */
export const findInterviews = operation({
	name: 'interviews.find',
	http: { verb: 'GET', path: '/interviews/find' },
	summary: 'Find interviews by stage, theme, channel or partner',
	effect: 'read',
	input: z.object({
		stage: stage.optional(),
		themeId: id.optional(),
		channel: channel.optional(),
		personId: id.optional(),
		...pageFields
	}),
	output: z.object({ interviews: z.array(foundInterview), nextCursor }),
	example: { stage: 'asked', limit: 50 },
	run: async ({ scope }, { limit, cursor, ...wanted }) => {
		const page = await store.findInterviews(scope, wanted, { limit, cursor });
		return { interviews: page.rows.map(found), nextCursor: page.nextCursor };
	}
});
