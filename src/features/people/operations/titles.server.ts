import { z } from 'zod';
import { exampleId, id } from '#method/field-schemas.ts';
import { themeNamed } from '#features/clarity/reads/theme.server.ts';
import { operation } from '#server/perform.ts';
import type { Scope } from '#server/scope.server.ts';
import { lexicon } from '../rules/lexicon.ts';
import {
	stemsOfTheme,
	suggestTitles as near,
	type KnownTitle,
	type ThemeWords
} from '../rules/title-suggestions.ts';
import { lexiconsNamed, titlesHolding, titlesOfFamilies } from '../store/lexicons.server.ts';

/** most rows that are ranked: those with the most matching stems, short titles first [D] */
const mostRanked = 200;

/** Titles of the instance's lexicons that match a theme, and other titles of the same families. */
async function fromLexicons(scope: Scope, theme: ThemeWords): Promise<KnownTitle[]> {
	const { named, listed } = stemsOfTheme(theme);
	// Lexicons that were loaded earlier hold "scienc" where it is "scient" now.
	const stems = [...named, ...listed]
		.slice(0, 30)
		.flatMap((stem) => (stem.endsWith('nt') ? [stem, stem.replace(/nt$/, 'nc')] : [stem]));
	if (stems.length === 0) return [];
	const holding = await titlesHolding(scope, stems, mostRanked);
	const families = [...new Set(near(theme, holding).map(({ family }) => family))].slice(0, 3);
	if (families.length === 0) return [];
	return [...holding, ...(await titlesOfFamilies(scope, families, mostRanked))];
}

/**
 * Job titles near a theme, from the built-in lexicon and those that the host added.
 * @returns at most twelve, best match first; with the sources of the host's lexicons that were used
 * @refuses `theme.missing`
 * @source method.md "Borders"
 */
export const suggestTitles = operation({
	name: 'themes.suggestTitles',
	http: { verb: 'GET', path: '/themes/{id}/titles' },
	summary: 'Suggest job titles near a theme',
	effect: 'read',
	input: z.object({ id }),
	output: z.object({
		titles: z.array(z.object({ title: z.string(), family: z.string() })),
		sources: z.array(z.object({ name: z.string(), source: z.string(), licence: z.string() }))
	}),
	example: { id: exampleId },
	run: async ({ scope }, input) => {
		const theme = await themeNamed(scope, input.id);
		const titles = near(theme, [...lexicon, ...(await fromLexicons(scope, theme))]);
		const names = [...new Set(titles.flatMap((each) => each.lexicon ?? []))];
		return {
			titles: titles.map(({ title, family }) => ({ title, family })),
			sources: names.length > 0 ? await lexiconsNamed(scope, names) : []
		};
	}
});
