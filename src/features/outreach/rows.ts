import { z } from 'zod';
import { MOST_INTERVIEWS } from '#features/interviews/rules/limits.ts';
import { channels } from '#method/channels.ts';
import { textUpTo, type RowRules } from '#server/transfer/row-rules.ts';
import { LONGEST_BODY, LONGEST_SUBJECT } from './rules/lengths.ts';
import { purposes } from '#method/purposes.ts';
import { body, channel, minutes, purpose, sentThrough, subject } from './schemas.ts';

/** A former draft is kept under a name of its own. */
const keptAs = z.enum([...purposes, ...purposes.map((each) => `${each}-former` as const)]);

/**
 * Where somebody is forgotten, “somebody” stands in the place of their name in the texts of others,
 * which may make these longer.
 */
const unnamedGrows = 4;

/** What may stand in the tables of this feature [D]. */
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
