import { z } from 'zod';
import { subscribable } from '#kernel/event-types.ts';

export const id = z.uuid({ version: 'v7', error: 'This is not an id.' });

/** URL of a webhook; checked further against the address policy of the instance. */
export const url = z
	.string('Write the address of your program.')
	.trim()
	.min(1, 'Write the address of your program.')
	.max(2000, 'At most 2,000 characters.');

/** Subscribed event types; `.*` subscribes to all of a subject. */
export const wants = z
	.array(z.enum(subscribable, 'One of these events is unknown. Choose from the list.'))
	.min(1, 'Choose at least one event.');

export const webhook = z.object({
	id: z.string(),
	url: z.string().describe('an API key sees only the beginning: addresses often contain a secret'),
	wants: z.array(z.string()),
	madeAt: z.string(),
	rotatedAt: z.string().nullable(),
	pausedAt: z.string().nullable(),
	pausedBecause: z.string().nullable().describe('person, gone (it answered 410) or failing'),
	failingSince: z.string().nullable(),
	lastOkAt: z.string().nullable()
});
export type Webhook = z.infer<typeof webhook>;

export const delivery = z.object({
	id: z.string(),
	verb: z.string(),
	about: z.object({ kind: z.string(), id: z.string() }),
	queuedAt: z.string(),
	attempts: z.number(),
	nextTryAt: z.string().nullable(),
	deliveredAt: z.string().nullable(),
	failedAt: z.string().nullable(),
	httpStatus: z.number().nullable(),
	failure: z.string().nullable()
});
export type Delivery = z.infer<typeof delivery>;
