import { z } from 'zod';
import { media } from '#method/media.ts';
import { lines } from '#method/values.ts';
import { LONGEST_ASK, LONGEST_PREPARED, LONGEST_SCRIPT, LONGEST_USE } from '../rules/lengths.ts';

const said = { safe: ' Nothing you typed is lost.' };
export const scriptTyped = lines(LONGEST_SCRIPT, said);
export const preparedTyped = lines(LONGEST_PREPARED, said);
export const useTyped = lines(LONGEST_USE, said);
export const askTyped = z
	.string('Write down what they may ask.')
	.overwrite((text) => text.trim().replace(/\s+/g, ' '))
	.min(1, 'Nothing is written here yet. Write down what they may ask you.')
	.max(LONGEST_ASK, `At most ${LONGEST_ASK} characters.`);

export const medium = z.enum(media, { error: 'By phone, in person or by video.' });

export const seenScript = z.object({
	text: z.string(),
	/** whole seconds aloud */
	seconds: z.number(),
	checked: z.enum(['english', 'not-checked']),
	/** who, why this work, why you, how long, not a job: each found or missing */
	points: z.array(z.object({ code: z.string(), found: z.boolean(), words: z.string() }))
});

export const seenAnswer = z.object({
	id: z.string(),
	question: z.string(),
	answer: z.string(),
	/** whole seconds aloud */
	seconds: z.number(),
	/** written, and 45 seconds or less */
	ready: z.boolean(),
	/** one of the house's three, which stay */
	house: z.boolean()
});
export type SeenAnswer = z.infer<typeof seenAnswer>;

export const seenStrengths = z.object({
	/** the explorer's strengths in their order */
	offered: z.array(z.object({ id: z.string(), text: z.string(), chosen: z.boolean() })),
	/** how one of them is used in the talk */
	use: z.string()
});
