import { z } from 'zod';
import { isDay, isInstant, isZone } from '#kernel/clock.ts';
import { isPresentRegion } from '#kernel/region.ts';

/** An id; whether it exists is checked by the store. */
export const id = z.uuid({ version: 'v7', error: 'This is not a valid id.' });

/** The id in examples of operations; no row has it. */
export const exampleId = '01938b6c-0000-7000-8000-000000000001';

/**
 * A multi-line text. Browsers send line ends as CRLF; they are stored as LF.
 * @param ask message where the text is missing
 * @param safe addition to the message where it is too long
 */
export function lines(most: number, { ask = 'This is not a text.', safe = '' } = {}) {
	return z
		.string(ask)
		.overwrite((text) => text.replaceAll('\r\n', '\n').trim())
		.max(most, `At most ${most} characters.${safe}`);
}

export const zone = z
	.string('Choose your time zone.')
	.refine(isZone, { error: 'This time zone is unknown. Choose one from the list.' });

/** A date without a time, `2026-11-23`. */
export const day = z.iso
	.date({ error: 'A date looks like 2026-11-23.', abort: true })
	.refine(isDay, { error: 'A date must be between 1900 and 2199.' });

/** An instant in the stored form: UTC with milliseconds, `2026-11-23T09:42:00.000Z`. */
export const instant = z.iso
	.datetime({
		precision: 3,
		error: 'An instant looks like 2026-11-23T09:42:00.000Z.',
		abort: true
	})
	.refine(isInstant, { error: 'An instant must be between 1900 and 2199.' });

/**
 * A country code, ISO 3166-1. Retired codes such as UK and DD are refused, since they have no holidays.
 */
export const country = z
	.string()
	.regex(/^[A-Z]{2}$/, { error: 'A country is two capital letters, for example SE.', abort: true })
	.refine(isPresentRegion, {
		error: 'This country code is no longer used. Choose the current code.'
	});
