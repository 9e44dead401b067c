import { z } from 'zod';
import { workspaceOf } from '#features/account/reads/workspace.server.ts';
import { dayOf } from '#kernel/clock.ts';
import { Refusal } from '#kernel/refusal.ts';
import { operation } from '#server/perform.ts';
import { chosenTime } from '../rules/chosen-time.ts';
import { previewText } from '../rules/preview-text.ts';
import { agreement } from '../schemas.ts';

/**
 * Converts a proposed time to the other side's zone, or says why it is not possible; stores nothing.
 * @returns `fits`, and a sentence with the result or the reason; `field` names the field at fault
 */
export const previewMeeting = operation({
	name: 'meetings.preview',
	http: { verb: 'GET', path: '/meetings/preview' },
	summary: 'Show a time in the other time zone, before it is agreed',
	effect: 'read',
	input: z.object({
		day: agreement.day,
		time: agreement.time,
		clock: agreement.clock,
		fold: agreement.fold,
		partnerZone: agreement.partnerZone
	}),
	output: z.object({ fits: z.boolean(), sentence: z.string(), field: z.string().nullable() }),
	example: { day: '2026-12-01', time: '16:00', partnerZone: 'Europe/Lisbon' },
	run: async (context, input) => {
		const { zone: mine } = await workspaceOf(context.scope);
		const zones = { mine, theirs: input.partnerZone ?? null };
		try {
			const { startsAt } = chosenTime(input, zones, context.now);
			const today = dayOf(context.now, mine);
			return {
				fits: true,
				sentence: previewText(startsAt, input.clock, zones, today),
				field: null
			};
		} catch (refusal) {
			if (!(refusal instanceof Refusal)) throw refusal;
			const { sentence, fields } = refusal;
			return { fits: false, sentence, field: fields[0]?.field ?? null };
		}
	}
});
