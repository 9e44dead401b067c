import { z } from 'zod';
import { undoneBy, type UndoStep } from '#kernel/operation.ts';
import { exampleId } from '#method/values.ts';
import { operation } from '#server/perform.ts';
import { themeEnding, themeReturn } from '../schemas.ts';
import * as writes from '../writes/themes.server.ts';

interface Ending {
	/** last part of the address that both have; taking back is its DELETE */
	path: string;
	end: {
		verb: string;
		summary: string;
		/** what a page says once it is done; with it that can be undone */
		said?: string;
		run: typeof writes.letGoTheme;
	};
	back: { verb: string; summary: string; run: typeof writes.takeBackTheme };
}

/**
 * Makes the operation that ends a theme and the one that takes that back: into the parking lot where it
 * rested before or where no seat is free, else into a seat.
 */
function ending({ path, end, back }: Ending) {
	const http = { path: `/themes/{id}/${path}` };
	/** the one it had or has, nothing when it rests */
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
		said: ({ seat }) => (seat === null ? 'It rests in the parking lot' : 'It has a seat again'),
		undo: ({ seat, at }, { id }): UndoStep => undoneBy(ended, { id, at, was: { seat } }),
		run: back.run
	});
	return [ended, takingBack] as const;
}

/**
 * Lets go of a theme, from its seat or from the parking lot; what was learned about it stays.
 * @refuses `theme.missing`, `themes.ended` for one that was let go or chosen before;
 * `themes.moved-since`, `themes.changed-elsewhere` for one that is not as it was seen;
 * `themes.not-let-go` for one to take back that was not
 */
export const [letGoTheme, takeBackTheme] = ending({
	path: 'letting-go',
	end: {
		verb: 'letGo',
		summary: 'Let go of a theme',
		said: 'You let go of it. What you learned about it stays',
		run: writes.letGoTheme
	},
	back: {
		verb: 'takeBack',
		summary: 'Take back a theme that was let go',
		run: writes.takeBackTheme
	}
});

/**
 * Chooses a theme: the search for it ends, its seat is free for another dream (method.md, "theme").
 * What was learned about it stays, and its interviews go on.
 * @refuses as of letting go; `themes.not-chosen` for one to take back that was not
 */
export const [chooseTheme, unchooseTheme] = ending({
	path: 'choosing',
	end: { verb: 'choose', summary: 'Choose a theme, to be pursued', run: writes.chooseTheme },
	back: {
		verb: 'unchoose',
		summary: 'Take back that a theme was chosen',
		run: writes.unchooseTheme
	}
});
