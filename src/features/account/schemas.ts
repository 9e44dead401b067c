import { z } from 'zod';

export const explorerName = z
	.string('Write your name.')
	.trim()
	.min(1, 'Write your name.')
	.max(120, 'At most 120 characters.');

export const profile = z.object({
	name: z.string(),
	email: z.string(),
	introduction: z.string(),
	zone: z.string(),
	holidayCountry: z.string().nullable(),
	holidays: z.array(z.object({ day: z.string(), name: z.string() })),
	pauses: z.array(z.object({ id: z.string(), from: z.string(), until: z.string() }))
});

/** An audit event: verb, subject, actor and time of receipt. */
export const recorded = z.object({
	id: z.string(),
	receivedAt: z.string(),
	/** id of the account or of the key, or `host` */
	actor: z.string(),
	verb: z.string(),
	about: z.object({ kind: z.string(), id: z.string() })
});

export const keyEffects = z.enum(['read', 'draft', 'write']);

export const key = z.object({
	id: z.string(),
	name: z.string(),
	effects: z.array(keyEffects),
	madeAt: z.string(),
	lastUsedAt: z.string().nullable()
});

export const passkey = z.object({
	id: z.string(),
	name: z.string().nullable(),
	madeAt: z.string().nullable()
});

/** A session of the account. */
export const session = z.object({
	id: z.string(),
	signedInAt: z.string(),
	/** to the hour */
	lastUsedAt: z.string(),
	/** browser and operating system, `Firefox on Windows` */
	browser: z.string().nullable(),
	/** the session of this request */
	isThis: z.boolean()
});
export type Session = z.infer<typeof session>;
