import { z } from 'zod';
import { startOfDay, dayOf, restoredAt } from '#kernel/clock.ts';
import { exampleId, instant } from '#method/field-schemas.ts';
import { undoneBy, type UndoStep } from '#kernel/operation.ts';
import { otherBody, refuseConflict, refuseInvalid } from '#kernel/refusal.ts';
import { businessCalendar } from '#features/account/reads/calendar.server.ts';
import { asColumns } from '#server/db/as-columns.ts';
import { operation, type Context } from '#server/perform.ts';
import { entryToChange, heldInterview } from '../reads/held-interview.server.ts';
import { favourText } from '../rules/favours.ts';
import { day, direction, favour, favourTyped, id, type FavourView } from '../schemas.ts';
import * as store from '../store.server.ts';

/** Converts a row to its view. @param zone IANA zone of the explorer */
export function toFavourView(row: store.FavourRow, zone: string): FavourView {
	return {
		id: row.id,
		interviewId: row.interviewId,
		direction: direction.parse(row.direction),
		text: row.text,
		givenOn: row.givenAt ? dayOf(row.givenAt, zone) : null,
		changedAt: row.changedAt
	};
}

async function favourToChange(
	{ scope }: Context,
	asked: { id: string; changedAt?: string | undefined }
) {
	return entryToChange(scope, 'favour', await store.favourOf(scope, asked.id), asked.changedAt);
}

async function zoneOf({ scope }: Context): Promise<string> {
	return (await businessCalendar(scope)).zone;
}

/**
 * Adds a favour that a partner gave, or one that the explorer could give back (method 7).
 * @param givenOn date on which it was given back, if it was; a partner's favour counts as given on
 * the day of the talk
 * @param notedAt original instant, given only when an undo restores it
 * @refuses `interview.missing`, `interviews.closed`, `reflection.not-held`, `favours.empty`,
 * `favours.later-than-today`, `favour.other-body`
 */
export const noteFavour = operation({
	name: 'favours.note',
	http: { verb: 'POST', path: '/interviews/{interviewId}/favours' },
	summary: 'Add a favour that was given or could be given',
	effect: 'write',
	input: z.object({
		interviewId: id,
		id: id.optional(),
		direction,
		text: favourTyped,
		givenOn: day.optional(),
		notedAt: instant.optional()
	}),
	output: favour,
	example: { interviewId: exampleId, direction: 'from-partner', text: '20 minutes' },
	said: 'Favour added',
	undo: ({ id: favourId, changedAt }): UndoStep =>
		undoneBy(removeFavour, { id: favourId, changedAt }),
	run: async (context, input) => {
		const { scope, now, record, newId } = context;
		const thread = await heldInterview(scope, input.interviewId);
		const zone = await zoneOf(context);
		const given = input.givenOn ? givenAt(input.givenOn, now, zone) : null;
		const noted: store.FavourRow = {
			id: input.id ?? newId(),
			interviewId: thread.id,
			direction: input.direction,
			text: favourText(input.text),
			notedAt: restoredAt(input.notedAt, now),
			givenAt: input.direction === 'from-partner' ? thread.heldAt : given,
			changedAt: now
		};
		const known = await store.favourOf(scope, noted.id);
		if (known) {
			const same = (['interviewId', 'direction', 'text'] as const).every(
				(part) => known[part] === noted[part]
			);
			if (same) return toFavourView(known, zone);
			throw otherBody('favour');
		}
		await store.addFavour(scope, asColumns(noted));
		record({ verb: 'favours.noted', about: { kind: 'favour', id: noted.id } });
		return toFavourView(noted, zone);
	}
});

/** @throws Refusal `favours.later-than-today` at `givenOn` */
function givenAt(on: string, now: string, zone: string): string {
	if (on > dayOf(now, zone)) {
		throw refuseInvalid(
			'favours.later-than-today',
			'This date is in the future. Nothing was changed. Enter today or an earlier date.',
			'givenOn'
		);
	}
	return startOfDay(on, zone);
}

/**
 * Changes the text of a favour.
 * @returns the entry, and its former text
 * @refuses `favour.missing`, `interviews.closed`, `reflection.not-held`, `favours.empty`,
 * `favours.changed-since`
 */
export const changeFavour = operation({
	name: 'favours.change',
	http: { verb: 'PATCH', path: '/favours/{id}' },
	summary: 'Edit the text of a favour',
	effect: 'write',
	input: z.object({ id, text: favourTyped, changedAt: z.string().max(40).optional() }),
	output: favour.extend({ was: z.string() }),
	example: { id: exampleId, text: 'A name in Toronto' },
	run: async (context, input) => {
		const { scope, now, record } = context;
		const { stored } = await favourToChange(context, input);
		const text = favourText(input.text);
		await store.changeFavour(scope, stored.id, { text, changed_at: now });
		record({ verb: 'favours.changed', about: { kind: 'favour', id: stored.id } });
		const changed = { ...stored, text, changedAt: now };
		return { ...toFavourView(changed, await zoneOf(context)), was: stored.text };
	}
});

/**
 * Deletes a favour. `favours.note` with the output restores it.
 * @returns the deleted entry
 * @refuses `favour.missing`, `interviews.closed`, `reflection.not-held`, `favours.changed-since`
 */
export const removeFavour = operation({
	name: 'favours.remove',
	http: { verb: 'DELETE', path: '/favours/{id}' },
	summary: 'Delete a favour',
	effect: 'write',
	input: z.object({ id, changedAt: z.string().max(40).optional() }),
	output: favour.extend({ notedAt: z.string() }),
	example: { id: exampleId },
	said: 'Deleted',
	undo: ({ id: favourId, interviewId, direction: given, text, givenOn, notedAt }) =>
		undoneBy(noteFavour, {
			id: favourId,
			interviewId,
			direction: given,
			text,
			givenOn: givenOn ?? undefined,
			notedAt
		}),
	run: async (context, input) => {
		const { stored } = await favourToChange(context, input);
		await store.removeFavour(context.scope, stored.id);
		context.record({ verb: 'favours.removed', about: { kind: 'favour', id: stored.id } });
		return { ...toFavourView(stored, await zoneOf(context)), notedAt: stored.notedAt };
	}
});

/**
 * Marks a favour as given back on a date.
 * @param givenOn date up to today; today when left out
 * @refuses `favour.missing`, `interviews.closed`, `reflection.not-held`, `favours.theirs` for a
 * partner's favour, `favours.given-already`, `favours.later-than-today`
 */
export const giveFavour = operation({
	name: 'favours.give',
	http: { verb: 'POST', path: '/favours/{id}/give' },
	summary: 'Mark a favour as given',
	effect: 'write',
	input: z.object({ id, givenOn: day.optional() }),
	output: favour,
	example: { id: exampleId, givenOn: '2026-11-24' },
	said: 'Marked as given',
	undo: ({ id: favourId, changedAt }) => undoneBy(ungiveFavour, { id: favourId, changedAt }),
	run: async (context, input) => {
		const { scope, now, record } = context;
		const { stored, thread } = await favourToChange(context, { id: input.id });
		const name = thread.givenName || thread.personName;
		if (stored.direction !== 'to-partner') {
			throw refuseConflict(
				'favours.theirs',
				`This favour is from ${name}, so you cannot mark it as given. Nothing was changed.`
			);
		}
		if (stored.givenAt) {
			throw refuseConflict(
				'favours.given-already',
				'This favour is already marked as given. Nothing was changed.'
			);
		}
		const zone = await zoneOf(context);
		const given = givenAt(input.givenOn ?? dayOf(now, zone), now, zone);
		await store.changeFavour(scope, stored.id, { given_at: given, changed_at: now });
		record({ verb: 'favours.given', about: { kind: 'favour', id: stored.id } });
		return toFavourView({ ...stored, givenAt: given, changedAt: now }, zone);
	}
});

/**
 * Marks a favour as not given.
 * @refuses `favour.missing`, `interviews.closed`, `reflection.not-held`, `favours.not-given`,
 * `favours.changed-since`
 */
export const ungiveFavour = operation({
	name: 'favours.ungive',
	http: { verb: 'DELETE', path: '/favours/{id}/give' },
	summary: 'Mark a favour as not given',
	effect: 'write',
	input: z.object({ id, changedAt: z.string().max(40).optional() }),
	output: favour,
	example: { id: exampleId },
	run: async (context, input) => {
		const { scope, now, record } = context;
		const { stored } = await favourToChange(context, input);
		if (stored.direction !== 'to-partner' || !stored.givenAt) {
			throw refuseConflict(
				'favours.not-given',
				'This favour is not marked as given. Nothing was changed.'
			);
		}
		await store.changeFavour(scope, stored.id, { given_at: null, changed_at: now });
		record({ verb: 'favours.ungiven', about: { kind: 'favour', id: stored.id } });
		return toFavourView({ ...stored, givenAt: null, changedAt: now }, await zoneOf(context));
	}
});
