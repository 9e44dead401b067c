import { z } from 'zod';
import { openThemes } from '#features/clarity/reads/readiness.server.ts';
import { id } from '#method/field-schemas.ts';
import { themeNamed } from '#features/clarity/reads/theme.server.ts';
import { pageFields } from '#server/paging.ts';
import { operation } from '#server/perform.ts';
import type { Scope } from '#server/scope.server.ts';
import { readCursor, writeCursor } from '../rules/search-cursor.ts';
import { planSearch } from '../rules/search-plan.ts';
import { titlesOf } from '../rules/theme-titles.ts';
import { listedPerson, peoplePage, words } from '../schemas.ts';
import { findPeople as firstFound, listed } from '../reads/finding.server.ts';
import {
	countNear,
	listNear,
	listPeople as pageOfPeople,
	type Listed
} from '../store/listing.server.ts';
import { countPeople } from '../store/counting.server.ts';

/** people near a theme are counted exactly up to this number */
const nearMost = 300;

/**
 * The address book in pages: everybody by name, the results of a search (names first, then company,
 * position, place), or those whose search text contains a job title of a theme.
 * @refuses `theme.missing`; `people.cursor` for an invalid cursor
 * @source method.md 2 "Own network"
 */
export const listPeople = operation({
	name: 'people.list',
	http: { verb: 'GET', path: '/people' },
	summary: 'List your people, search them, or list those near a theme',
	effect: 'read',
	input: z.object({
		words: words.optional(),
		themeId: id.optional(),
		cursor: pageFields.cursor,
		limit: pageFields.limit.default(50)
	}),
	output: peoplePage,
	example: { words: 'editor', limit: 50 },
	run: async ({ scope }, input) => {
		const theme = input.themeId && (await themeNamed(scope, input.themeId));
		const titles = theme ? titlesOf(theme) : null;
		const [matching, themes, all, near] = await Promise.all([
			page(scope, input, titles),
			openThemes(scope),
			input.words ? null : countPeople(scope),
			titles && (titles.length === 0 ? 0 : countNear(scope, titles, nearMost))
		]);
		const shown = matching.slice(0, input.limit);
		const last = matching.length > input.limit ? shown.at(-1) : undefined;
		return {
			people: shown.map(listed),
			nextCursor: last ? writeCursor(last.at) : null,
			counts: { all, near, nearMost },
			theme: theme ? { id: theme.id, title: theme.title, seat: theme.seat } : null,
			themes: themes.map(({ id: themeId, seat, title }) => ({ id: themeId, seat, title }))
		};
	}
});

/** Reads one person more than the page holds, to know whether there is a next page. */
async function page(
	scope: Scope,
	input: { words?: string | undefined; cursor?: string | undefined; limit: number },
	titles: string[] | null
): Promise<Listed[]> {
	const from = input.cursor ? readCursor(input.cursor) : undefined;
	const plan = input.words ? planSearch(input.words) : undefined;
	if (!titles) return pageOfPeople(scope, plan, from, input.limit + 1);
	if (titles.length === 0) return [];
	const first = plan?.ranges[0];
	const parts = plan?.parts.length ? plan.parts : first ? [` ${first.prefix}`] : [];
	return listNear(scope, titles, parts, from, input.limit + 1);
}

/**
 * The first people who match a search, for the command palette.
 * @returns at most eight
 */
export const findPeople = operation({
	name: 'people.find',
	http: { verb: 'GET', path: '/people/find' },
	summary: 'Find the first few people for a search text',
	effect: 'read',
	input: z.object({ words }),
	output: z.object({ people: z.array(listedPerson) }),
	example: { words: 'mar' },
	run: async ({ scope }, input) => ({ people: await firstFound(scope, input.words) })
});
