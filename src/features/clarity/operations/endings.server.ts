import { z } from 'zod';
import { undoneBy, type UndoStep } from '#kernel/operation.ts';
import { exampleId } from '#method/field-schemas.ts';
import { operation } from '#server/perform.ts';
import { themeEnding, themeReturn } from '../schemas.ts';
import * as writes from '../writes/themes.server.ts';

interface Ending {
	/** last segment of the path of both; the reversal is its DELETE */
	path: string;
	end: {
		verb: string;
		summary: string;
		/** confirmation on the page; with it the operation can be undone */
		said?: string;
		run: typeof writes.letGoTheme;
	};
	back: { verb: string; summary: string; run: typeof writes.takeBackTheme };
}

/**
 * Makes two operations: one ends a theme; the other reverts that. The theme is then parked if it
 * was before or no seat is free, else it gets a seat.
 */
function ending({ path, end, back }: Ending) {
	const http = { path: `/themes/{id}/${path}` };
	/** its former or new seat; null when parked */
	const output = z.object({ seat: z.number().nullable() });
	const example = { id: exampleId };
	const undo = (done: z.output<typeof output>, { id }: { id: string }): UndoStep =>
		undoneBy(takingBack, { id, ...done });
	const ended = operation({
		name: `themes.${end.verb}`,
		http: { verb: 'POST', ...http },
		summary: end.summary,
		effect: 'write',
		input: themeEnding,
		output,
		example,
		...(end.said === undefined ? {} : { said: end.said, undo }),
		run: end.run
	});
	const takingBack = operation({
		name: `themes.${back.verb}`,
		http: { verb: 'DELETE', ...http },
		summary: back.summary,
		effect: 'write',
		input: themeReturn,
		output: output.extend({ /** when it had ended */ at: z.string() }),
		example,
		said: ({ seat }) =>
			seat === null ? 'Theme restored to the parking lot' : `Theme restored to place ${seat}`,
		undo: ({ seat, at }, { id }): UndoStep => undoneBy(ended, { id, at, was: { seat } }),
		run: back.run
	});
	return [ended, takingBack] as const;
}

/**
 * Lets go of a theme, seated or parked; what was learned about it is kept.
 * @refuses `theme.missing`; `themes.ended` when it was let go or chosen before;
 * `themes.moved-since`, `themes.changed-elsewhere` when it is not in the expected state;
 * `themes.not-let-go` on reverting
 */
export const [letGoTheme, takeBackTheme] = ending({
	path: 'letting-go',
	end: {
		verb: 'letGo',
		summary: 'Let go of a theme',
		said: 'You let go of the theme. Your notes about it are safe',
		run: writes.letGoTheme
	},
	back: {
		verb: 'takeBack',
		summary: 'Restore a theme that you let go of',
		run: writes.takeBackTheme
	}
});

/**
 * Chooses a theme: its search ends and its seat becomes free (method.md, "theme"). What was learned
 * is kept, and its interviews continue.
 * @refuses as letting go does; `themes.not-chosen` on reverting
 */
export const [chooseTheme, unchooseTheme] = ending({
	path: 'choosing',
	end: { verb: 'choose', summary: 'Choose a theme to pursue', run: writes.chooseTheme },
	back: {
		verb: 'unchoose',
		summary: 'Undo the choice of a theme',
		run: writes.unchooseTheme
	}
});
