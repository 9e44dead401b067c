import { z } from 'zod';
import { MOST_INTERVIEWS } from '#features/interviews/rules/limits.ts';
import { channels } from '#method/channels.ts';
import { textUpTo, type RowRules } from '#server/transfer/row-rules.ts';
import { LONGEST_BODY, LONGEST_SUBJECT } from './rules/lengths.ts';
import { purposes } from '#method/purposes.ts';
import { body, channel, minutes, purpose, sentThrough, subject } from './schemas.ts';

/** Purposes as stored; a former draft has a purpose of its own. */
const keptAs = z.enum([...purposes, ...purposes.map((each) => `${each}-former` as const)]);

/**
 * Factor by which a text may exceed its limit: erasing a person replaces their name in other texts by
 * “somebody”, which may lengthen them.
 */
const unnamedGrows = 4;

/** Limits on the tables of this feature: rows, and the values of each column [D]. */
export const outreachRows: RowRules = {
	messages: {
		most: MOST_INTERVIEWS * keptAs.options.length,
		mostEach: { interview_id: keptAs.options.length },
		columns: {
			purpose: keptAs,
			subject: textUpTo(LONGEST_SUBJECT * unnamedGrows),
			body: textUpTo(LONGEST_BODY * unnamedGrows),
			minutes,
			sent_through: sentThrough
		}
	},
	templates: {
		most: purposes.length * channels.length,
		columns: { purpose, channel, subject, body }
	}
};
