import { z } from 'zod';
import { cadence, message } from '#features/outreach/schemas.ts';
import { closingReason, head, medium, stage } from '#features/interviews/schemas.ts';

const instant = z.string().nullable();

const timelineItem = z.object({
	code: z.string(),
	title: z.string(),
	when: z.enum(['past', 'now', 'later']),
	at: z.string().optional(),
	note: z.string().optional()
});

const sentence = z.object({ code: z.string(), sentence: z.string() });

/** The agreed time; `meetings.get` has all details. */
export const agreedTime = z.object({
	startsAt: z.string(),
	minutes: z.number(),
	medium,
	partnerZone: z.string().nullable(),
	place: z.string()
});

export const thread = head.extend({
	meeting: agreedTime.nullable(),
	/** since when the talk is under way */
	underWaySince: instant,
	/** when partner and connector were updated */
	toldAt: instant,
	/** date on which the update to the partner is due */
	tellOn: z.string().nullable(),
	timeline: z.array(timelineItem),
	goals: z.array(z.object({ id: z.string(), text: z.string() })),
	sources: z.array(
		z.object({
			id: z.string(),
			kind: z.string(),
			title: z.string(),
			link: z.string(),
			answers: z.string(),
			whyYou: z.boolean()
		})
	),
	/** what the research lacks before a request */
	misses: z.array(sentence),
	messages: z.array(message),
	cadence: cadence.nullable(),
	/** refusals of a request now, the weightiest first; empty when one may be sent */
	refusals: z.array(sentence),
	waiting: z.object({ count: z.number(), of: z.number() }),
	/** number of requests to this partner in the season that ends now, this one included */
	askedThisSeason: z.number(),
	/** other open interviews of the theme */
	others: z.array(z.object({ id: z.string(), personName: z.string(), stage })),
	reasonsToClose: z.array(z.object({ code: closingReason, name: z.string() })),
	mayReopen: z.boolean(),
	mayRemove: z.boolean()
});
export type Thread = z.infer<typeof thread>;
