import { z } from 'zod';
import { undoneBy, type UndoStep } from '#kernel/operation.ts';
import { otherBody, Refusal, refuse, refuseConflict } from '#kernel/refusal.ts';
import { exampleId } from '#method/field-schemas.ts';
import { operation } from '#server/perform.ts';
import { openTheme as nextSeat, swapThemes } from '../rules/seats.ts';
import { id, parts, title } from '../schemas.ts';
import * as store from '../store.server.ts';
import { requireNotEnded, seatsOf, setSeats, themeIn } from '../writes/seating.server.ts';
import { letGoTheme } from './endings.server.ts';
import { unparkTheme } from './seats.server.ts';

/**
 * Opens a theme in the next free seat (method.md 1: one to three themes).
 * @refuses `themes.three-open` while three are open, unless one to park instead is named;
 * `theme.other-body` when the id is known with another title; `theme.missing` when the one to park
 * is unknown
 */
export const openTheme = operation({
	name: 'themes.open',
	http: { verb: 'POST', path: '/themes' },
	summary: 'Add a theme in the next free place',
	effect: 'write',
	input: z.object({
		id: id.optional(),
		title,
		/** open theme to park, whose seat this one takes */
		instead: id.nullable().optional()
	}),
	output: z.object({ id: z.string(), seat: z.number(), changedAt: z.string() }),
	example: { title: 'Magazine editing' },
	said: ({ seat }, { title }) => `Added in place ${seat}: ${title}`,
	undo: ({ id, seat, changedAt }, { instead }) =>
		instead
			? undoneBy(unparkTheme, { id: instead, instead: id, was: { seat, lookAgainOn: null } })
			: undoneBy(letGoTheme, { id, was: { seat, changedAt } }),
	run: async ({ scope, now, record, newId }, input) => {
		const themes = await store.allThemes(scope);
		const known = themes.find((theme) => theme.id === input.id);
		if (known) {
			if (known.title === input.title && known.seat !== null) {
				return { id: known.id, seat: known.seat, changedAt: known.changed_at };
			}
			throw otherBody('theme');
		}
		const themeId = input.id ?? newId();
		const seats = seatsOf(themes);
		const seated = input.instead
			? swapThemes(seats, input.instead, themeId)
			: [...seats, { id: themeId, seat: seatAtField(() => nextSeat(seats)) }];
		await store.addTheme(scope, {
			id: themeId,
			title: input.title,
			opened_at: now,
			changed_at: now
		});
		const all = await store.allThemes(scope);
		await setSeats(
			scope,
			now,
			all,
			seated,
			input.instead ? { [input.instead]: { parked_at: now, look_again_on: null } } : {}
		);
		record({ verb: 'themes.opened', about: { kind: 'theme', id: themeId } });
		if (input.instead) {
			record({ verb: 'themes.parked', about: { kind: 'theme', id: input.instead } });
		}
		const seat = seated.find((each) => each.id === themeId)?.seat ?? 1;
		return { id: themeId, seat, changedAt: now };
	}
});

/** Runs a change of seats; reports the refusal of a fourth theme at the field of its title. */
function seatAtField(take: () => number): number {
	try {
		return take();
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		throw refuse(error.kind, error.code, error.sentence, 'title');
	}
}

/**
 * Changes a theme's description: the work, where and with whom, why it pulls, and job titles. Parts
 * left out stay unchanged.
 * @refuses `themes.changed-elsewhere` when a current text is not the expected one
 */
export const describeTheme = operation({
	name: 'themes.describe',
	http: { verb: 'PATCH', path: '/themes/{id}' },
	summary:
		'Describe a theme: what you would do, where, why it attracts you, and job titles in this field',
	effect: 'write',
	input: z.object({
		id,
		...parts,
		/** expected current texts; those left out are not checked */
		was: z.object(parts).optional()
	}),
	output: z.object({ changedAt: z.string() }),
	example: { id: exampleId, setting: 'A small office, with writers and one art director' },
	said: 'Saved',
	run: async ({ scope, now, record }, input) => {
		const theme = themeIn(await store.allThemes(scope), input.id);
		const changes: store.ThemeChanges = {};
		for (const field of ['activity', 'setting', 'pull', 'titles'] as const) {
			const text = input[field];
			if (text === undefined || text === theme[field]) continue;
			if (input.was?.[field] !== undefined && input.was[field] !== theme[field]) {
				throw refuseConflict(
					'themes.changed-elsewhere',
					'This text was edited since you opened it, perhaps in another window. Your text is still here. Save it again to replace the other text.',
					field
				);
			}
			changes[field] = text;
		}
		if (Object.keys(changes).length === 0) return { changedAt: theme.changed_at };
		await store.changeTheme(scope, input.id, { ...changes, changed_at: now });
		record({ verb: 'themes.described', about: { kind: 'theme', id: input.id } });
		return { changedAt: now };
	}
});

/**
 * Renames a theme.
 * @refuses `themes.changed-elsewhere` when the current title is not the expected one
 */
export const renameTheme = operation({
	name: 'themes.rename',
	http: { verb: 'PUT', path: '/themes/{id}/title' },
	summary: 'Rename a theme',
	effect: 'write',
	input: z.object({ id, title, /** expected current title */ was: title.optional() }),
	output: z.object({ was: z.string() }),
	example: { id: exampleId, title: 'Magazine editing' },
	said: (_, { title }) => `Renamed: ${title}`,
	undo: ({ was: title }, { id, title: was }): UndoStep => undoneBy(renameTheme, { id, title, was }),
	run: async ({ scope, now, record }, input) => {
		const theme = themeIn(await store.allThemes(scope), input.id);
		requireNotEnded(theme);
		if (input.was !== undefined && input.was !== theme.title) {
			throw refuseConflict(
				'themes.changed-elsewhere',
				`This theme is now called ${theme.title}, perhaps from another window. Nothing was changed. Save your name again to replace that one.`,
				'title'
			);
		}
		if (theme.title !== input.title) {
			await store.changeTheme(scope, input.id, { title: input.title, changed_at: now });
			record({ verb: 'themes.renamed', about: { kind: 'theme', id: input.id } });
		}
		return { was: theme.title };
	}
});
