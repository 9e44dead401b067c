import { z } from 'zod';
import { isDay, isInstant, isZone } from '#kernel/clock.ts';
import { isPresentRegion } from '#kernel/region.ts';

/** An id as text; whether it exists is the store's to say. */
export const id = z.uuid({ version: 'v7', error: 'This is not an id.' });

export const zone = z
	.string('Choose the zone you live in.')
	.refine(isZone, { error: 'This zone is not known here. Choose one from the list.' });

export const explorerName = z
	.string('Say what to call you.')
	.trim()
	.min(1, 'Say what to call you.')
	.max(120, 'At most 120 characters.');

/** A date without a time, `2026-11-23`. */
export const day = z.iso
	.date({ error: 'A date looks like 2026-11-23.', abort: true })
	.refine(isDay, { error: 'A date lies between 1900 and 2199.' });

/** An instant as it is kept: UTC with milliseconds, `2026-11-23T09:42:00.000Z`. */
export const instant = z.iso
	.datetime({
		precision: 3,
		error: 'An instant looks like 2026-11-23T09:42:00.000Z.',
		abort: true
	})
	.refine(isInstant, { error: 'An instant lies between 1900 and 2199.' });

/** Two letters of ISO 3166-1. Those that were retired, such as UK and DD, have no holidays. */
export const country = z
	.string()
	.regex(/^[A-Z]{2}$/, { error: 'A country is two capital letters, for example SE.', abort: true })
	.refine(isPresentRegion, {
		error: 'This code of a country is no longer used. Choose the one in its place.'
	});

export const profile = z.object({
	name: z.string(),
	email: z.string(),
	introduction: z.string(),
	zone: z.string(),
	holidayCountry: z.string().nullable(),
	holidays: z.array(z.object({ day: z.string(), name: z.string() })),
	pauses: z.array(z.object({ id: z.string(), from: z.string(), until: z.string() }))
});

/** What happened: a verb, what it happened to, who did it, and when it was received. */
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

/** Where somebody is signed in. */
export const session = z.object({
	id: z.string(),
	signedInAt: z.string(),
	/** to the hour */
	lastUsedAt: z.string(),
	/** families of browser and system, `Firefox on Windows` */
	browser: z.string().nullable(),
	/** the session that asks */
	isThis: z.boolean()
});

/** Rows of one table. */
export const held = z.object({ table: z.string(), rows: z.number() });

/** How an export is written: as it is, or packed by gzip. */
export const leavingForm = z.enum(['json', 'json.gz'], 'Choose json or json.gz.');
