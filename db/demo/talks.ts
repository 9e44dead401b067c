import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { z } from 'zod';
import { aspect, stance } from '#features/reflection/schemas.ts';

const insight = z.object({
	talk: z.string(),
	aspect,
	stance,
	strength: z.coerce.number().pipe(z.literal([1, 2, 3])),
	/** index of the criterion, from 0; empty for none */
	criterion: z.string(),
	heard: z.enum(['new', 'before']),
	text: z.string(),
	/** the words of the partner, where they are recorded */
	words: z.string()
});
export type DemoInsight = z.infer<typeof insight>;

const file = readFileSync(new URL('talks.csv', import.meta.url), 'utf8');
const { data } = Papa.parse(file, { header: true, skipEmptyLines: true });

/** The insights of eleven invented partners, talk by talk, grouped by theme. */
export const talks: readonly DemoInsight[][] = [
	...Map.groupBy(z.array(insight).parse(data), ({ talk }) => talk).values()
];
