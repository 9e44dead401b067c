import { z } from 'zod';
import { addMinutes } from '#kernel/clock.ts';
import { writeCursor } from '#kernel/cursor.ts';
import { nextCursor, pageFields } from '#server/paging.ts';
import { operation } from '#server/perform.ts';
import { recorded } from '../schemas.ts';
import { asReceived, eventsOf } from '../store/audit-events.server.ts';

/**
 * Seconds before an event is listed [D], so that a slower write that began earlier cannot appear
 * before a cursor already passed.
 */
const settledAfterSeconds = 5;

/**
 * Audit events of the workspace, the newest last: verbs and ids, no texts. A client continues with
 * `resume` as its cursor.
 * @refuses `auditEvents.cursor`
 */
export const listAuditEvents = operation({
	name: 'auditEvents.list',
	http: { verb: 'GET', path: '/audit-events' },
	summary: 'List audit events, the newest last, from a cursor on',
	effect: 'read',
	input: z.object({
		verb: z.string().trim().max(80, 'At most 80 characters.').optional(),
		since: z.iso
			.datetime({ precision: 3, error: 'Use a date and time such as 2026-11-23T09:42:00.000Z.' })
			.optional(),
		...pageFields
	}),
	output: z.object({
		events: z.array(recorded),
		nextCursor,
		/** cursor of the next request, also when there is nothing new */
		resume: z.string().nullable()
	}),
	example: { verb: 'interviews.planned', limit: 50 },
	run: async ({ scope, now }, { verb, since, ...asked }) => {
		const before = addMinutes(now, -settledAfterSeconds / 60);
		const page = await eventsOf(scope, { verb, since, before }, asked);
		const last = page.rows.at(-1);
		return {
			events: page.rows.map(({ aboutKind, aboutId, ...row }) => ({
				...row,
				about: { kind: aboutKind, id: aboutId }
			})),
			nextCursor: page.nextCursor,
			resume: last
				? writeCursor(asReceived.list, asReceived.positionOf(last))
				: asked.cursor || null
		};
	}
});
