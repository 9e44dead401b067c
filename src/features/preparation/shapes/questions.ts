import { z } from 'zod';
import { coreCodes } from '../rules/core-questions.ts';
import { LONGEST_QUESTION } from '../rules/lengths.ts';

export const questionTyped = z
	.string('Write the question down.')
	.overwrite((text) => text.trim().replace(/\s+/g, ' '))
	.min(1, 'Nothing is written here yet. Write the question as you would ask it.')
	.max(
		LONGEST_QUESTION,
		`A question has ${LONGEST_QUESTION} characters at most; it is asked aloud.`
	);

/** What a core question is about; a theme rewords it under this code. */
export const coreCode = z.enum(coreCodes, { error: 'This is no core question.' });

/** A place among the questions in sight, 1 is the first; beyond the end is the end. */
export const place = z
	.int('A place is a whole number, 1 is the first.')
	.min(1, 'The first place is 1.')
	.max(1000, 'At most 1000.');

/** A question after a change: where it stands now. */
export const changedQuestion = z.object({
	id: z.string(),
	interviewId: z.string(),
	text: z.string(),
	/** whether it keeps a place in the talk; else it waits, is known or was let go */
	fits: z.boolean()
});

export const seenQuestion = z.object({
	id: z.string(),
	text: z.string(),
	about: z.string(),
	/** which core question it is; null for one of the explorer's own */
	code: coreCode.nullable(),
	/** asked of every partner: it can be reworded for the theme, not let go */
	always: z.boolean(),
	state: z.enum(['kept', 'waiting', 'known', 'let-go']),
	/** the source that answers it already */
	knownFrom: z.string().nullable(),
	/** places to move it to, from 1; null where it cannot move that way */
	earlier: z.number().nullable(),
	later: z.number().nullable(),
	/** gentle words on how it is asked */
	flags: z.array(z.object({ code: z.string(), sentence: z.string() })),
	checked: z.enum(['english', 'not-checked'])
});
export type SeenQuestion = z.infer<typeof seenQuestion>;
