import { z } from 'zod';
import { refuse } from '#kernel/refusal.ts';
import { operation } from '#server/perform.ts';
import { id, position } from '../shapes.ts';
import * as store from '../store.server.ts';
import { bringBack, endTheme, requireLiving, themeIn } from './seating.server.ts';

const example = { id: '01938b6c-0000-7000-8000-000000000001' };

/**
 * Chooses a theme: the search for it ends, its seat is free for another dream (method.md, "theme").
 * What was learned about it stays, and its interviews go on.
 * @refuses `theme.missing`, `themes.ended` for one that was let go or chosen before
 */
export const chooseTheme = operation({
	name: 'themes.choose',
	http: { verb: 'POST', path: '/themes/{id}/choosing' },
	summary: 'Choose a theme, to be pursued',
	effect: 'write',
	input: z.object({ id }),
	output: z.object({ /** the seat it had, nothing when it rested */ seat: z.number().nullable() }),
	example,
	run: async ({ scope, now, record }, input) => {
		const themes = await store.allThemes(scope);
		const theme = themeIn(themes, input.id);
		requireLiving(theme);
		record({ verb: 'themes.chosen', about: { kind: 'theme', id: input.id } });
		return endTheme(scope, now, themes, theme, { chosen_at: now });
	}
});

/**
 * Takes the choice back: into the parking lot where it rested before or where no seat is free, else
 * into a seat.
 * @refuses `theme.missing`, `themes.not-chosen` for one that was not
 */
export const unchooseTheme = operation({
	name: 'themes.unchoose',
	http: { verb: 'DELETE', path: '/themes/{id}/choosing' },
	summary: 'Take back that a theme was chosen',
	effect: 'write',
	input: z.object({
		id,
		/** the seat it had, where one is free */ seat: position.nullable().optional()
	}),
	output: z.object({ /** its seat, nothing when it rests */ seat: z.number().nullable() }),
	example,
	run: async ({ scope, now, record }, input) => {
		const themes = await store.allThemes(scope);
		const theme = themeIn(themes, input.id);
		if (theme.chosen_at === null) {
			throw refuse(
				'conflict',
				'themes.not-chosen',
				'You have not chosen this theme, or took that back already. Nothing was changed; look for it among your themes and in the parking lot.'
			);
		}
		record({ verb: 'themes.unchosen', about: { kind: 'theme', id: input.id } });
		return bringBack(scope, now, themes, theme, input.seat);
	}
});
