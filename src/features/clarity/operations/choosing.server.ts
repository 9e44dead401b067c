import { z } from 'zod';
import { exampleId } from '#method/values.ts';
import { undoneBy } from '#kernel/operation.ts';
import { operation } from '#server/perform.ts';
import { id, position, themeWas } from '../shapes.ts';
import * as writes from '../writes/themes.server.ts';

const example = { id: exampleId };

/**
 * Chooses a theme: the search for it ends, its seat is free for another dream (method.md, "theme").
 * What was learned about it stays, and its interviews go on.
 * @refuses `theme.missing`, `themes.ended` for one that was let go or chosen before;
 * `themes.moved-since`, `themes.changed-elsewhere` for one that is not as it was seen
 */
export const chooseTheme = operation({
	name: 'themes.choose',
	http: { verb: 'POST', path: '/themes/{id}/choosing' },
	summary: 'Choose a theme, to be pursued',
	effect: 'write',
	input: z.object({ id, was: themeWas }),
	output: z.object({ /** the seat it had, nothing when it rested */ seat: z.number().nullable() }),
	example,
	run: writes.chooseTheme
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
	said: ({ seat }) => (seat === null ? 'It rests in the parking lot' : 'It has a seat again'),
	undo: ({ seat }, { id }) => undoneBy(chooseTheme, { id, was: { seat } }),
	run: writes.unchooseTheme
});
