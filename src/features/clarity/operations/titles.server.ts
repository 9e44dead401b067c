import { z } from 'zod';
import { undoneBy } from '#kernel/operation.ts';
import { refuseConflict } from '#kernel/refusal.ts';
import { exampleId } from '#method/field-schemas.ts';
import { operation } from '#server/perform.ts';
import { withTitle } from '../rules/titles.ts';
import { id, part, title } from '../schemas.ts';
import * as store from '../store.server.ts';
import { themeIn } from '../writes/seating.server.ts';
import { describeTheme } from './themes.server.ts';

/**
 * Adds a job title to a theme; one that is there already changes nothing.
 * @returns the titles as they are now, and as they were
 * @refuses `themes.titles-full` when the text would become too long; `theme.missing`
 */
export const addTitle = operation({
	name: 'themes.addTitle',
	http: { verb: 'POST', path: '/themes/{id}/titles' },
	summary: 'Add a job title to a theme',
	effect: 'write',
	input: z.object({ id, title }),
	output: z.object({ titles: z.string(), was: z.string() }),
	example: { id: exampleId, title: 'Copy editor' },
	said: (_, { title }) => `Added: ${title}`,
	undo: ({ titles, was }, { id }) => undoneBy(describeTheme, { id, titles: was, was: { titles } }),
	run: async ({ scope, now, record }, input) => {
		const theme = themeIn(await store.allThemes(scope), input.id);
		const titles = withTitle(theme.titles, input.title);
		if (titles === theme.titles) return { titles, was: titles };
		if (!part.safeParse(titles).success) {
			throw refuseConflict(
				'themes.titles-full',
				'There is no room for another job title. Nothing was changed. Delete one that you do not need.',
				'titles'
			);
		}
		await store.changeTheme(scope, input.id, { titles, changed_at: now });
		record({ verb: 'themes.described', about: { kind: 'theme', id: input.id } });
		return { titles, was: theme.titles };
	}
});
