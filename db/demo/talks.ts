import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { z } from 'zod';
import { aspect, stance } from '#features/reflection/schemas.ts';

const insight = z.object({
	talk: z.string(),
	aspect,
	stance,
	strength: z.coerce.number().pipe(z.literal([1, 2, 3])),
	/** its place in the theme, from 0; empty for none */
	criterion: z.string(),
	heard: z.enum(['new', 'before']),
	text: z.string(),
	/** the partner's own, where they are kept */
	words: z.string()
});
export type DemoInsight = z.infer<typeof insight>;

const file = readFileSync(new URL('talks.csv', import.meta.url), 'utf8');
const { data } = Papa.parse(file, { header: true, skipEmptyLines: true });

/** What eleven invented partners said, talk by talk, those of a theme after each other. */
export const talks: readonly DemoInsight[][] = [
	...Map.groupBy(z.array(insight).parse(data), ({ talk }) => talk).values()
];
