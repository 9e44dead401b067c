import { z } from 'zod';
import { longestRecord } from '../reading/limits.ts';

const column = z
	.int('Choose a column of the file.')
	.min(0, 'Choose a column of the file.')
	.max(longestRecord, 'Choose a column of the file.')
	.optional();

/** Column of the file, counted from 0, for each meaning. */
export const columns = z.object({
	name: column,
	givenName: column,
	familyName: column,
	profile: column,
	email: column,
	company: column,
	position: column,
	connectedOn: column
});

/** A mapping as stored on the import. */
export const storedMapping = z
	.object({ columns, headerIsRow: z.boolean() })
	.transform(({ columns: chosen, headerIsRow }) => ({
		columns: Object.fromEntries(
			Object.entries(chosen).filter(([, index]) => index !== undefined)
		) as Record<string, number>,
		headerIsRow
	}));

/** A header that was not recognised, with sample rows. */
export const storedHeader = z.object({
	header: z.array(z.string()),
	sample: z.array(z.array(z.string()))
});

export const importStages = z.enum([
	'reading',
	'mapping',
	'ready',
	'failed',
	'committed',
	'discarded',
	'undone'
]);

export const importSummary = z.object({
	id: z.string(),
	fileName: z.string(),
	stage: importStages,
	uploadedAt: z.string(),
	committedAt: z.string().nullable(),
	undoneAt: z.string().nullable(),
	counts: z.object({
		/** number of rows in the file; 0 until they are counted */
		total: z.number(),
		read: z.number(),
		fresh: z.number(),
		known: z.number(),
		suppressed: z.number(),
		unreadable: z.number()
	}),
	/** what is wrong, what is safe, what to do */
	failure: z.string().nullable()
});

export type ImportSummary = z.infer<typeof importSummary>;

/** A rejected row of a file, with the reason. */
export const rejectedRow = z.object({ line: z.number(), raw: z.string(), reason: z.string() });

export const importDetails = importSummary.extend({
	/** set while the import awaits a mapping of its columns */
	header: storedHeader.nullable(),
	/** a sample of the new people */
	samples: z.array(
		z.object({ id: z.string(), name: z.string(), company: z.string(), position: z.string() })
	),
	rejected: z.object({
		rows: z.array(rejectedRow),
		/** line number after which the next page begins */
		nextAfter: z.number().nullable()
	})
});
export type ImportDetails = z.infer<typeof importDetails>;
