import { z } from 'zod';
import { restoredAt } from '#kernel/clock.ts';
import { undoneBy, type UndoStep } from '#kernel/operation.ts';
import { otherBody } from '#kernel/refusal.ts';
import { exampleId, instant } from '#method/field-schemas.ts';
import { operation } from '#server/perform.ts';
import { digestOf } from '#server/text-digest.ts';
import { mayAddCriterion } from '../rules/criteria.ts';
import { id, noteText, position } from '../schemas.ts';
import * as store from '../store.server.ts';
import { placeEntry, removeEntry, type RankedList } from '../writes/ranks.server.ts';
import { ranked } from './ranked.server.ts';

type Criterion = Awaited<ReturnType<typeof store.criteria>>[number];

const list: RankedList<Criterion> = {
	group: 'criteria',
	path: '/criteria',
	noun: 'criterion',
	kind: 'criterion',
	read: store.criteria,
	among: (all) => [...all],
	change: store.changeCriterion,
	remove: store.removeCriterion
};

/**
 * Adds a criterion, last or at the given rank (method.md 1: 3 to 7).
 * @refuses `criteria.seven-named` at seven; `criterion.other-body` when the id is known with other
 * words or another mark
 */
export const addCriterion = operation({
	name: 'criteria.add',
	http: { verb: 'POST', path: '/criteria' },
	summary: 'Add a criterion: something you need from work',
	effect: 'write',
	input: z.object({
		id: id.optional(),
		text: noteText,
		position: position.nullable().optional(),
		/** marks it as a deal-breaker at once, when an undo restores it */
		mark: z
			.enum(
				['deal-breaker'],
				'The only mark for a criterion is deal-breaker. Use that mark or none.'
			)
			.nullable()
			.optional(),
		/** original instants of adding and marking, given only when an undo restores them */
		addedAt: instant.optional(),
		markedAt: instant.nullable().optional()
	}),
	output: z.object({ id: z.string() }),
	example: { text: 'Working with words' },
	said: (_, { text }) => `Added: ${text}`,
	undo: ({ id }, { text }): UndoStep => undoneBy(removeCriterion, { id, was: digestOf(text) }),
	run: async (context, { text, position, mark, ...input }) => {
		const { scope, now, newId } = context;
		const all = await store.criteria(scope);
		const known = all.find((criterion) => criterion.id === input.id);
		if (known) {
			const marked = known.dealBreakerAt !== null;
			if (known.text === text && marked === (mark === 'deal-breaker')) return { id: known.id };
			throw otherBody('criterion');
		}
		const refusal = mayAddCriterion(all.length);
		if (refusal) throw refusal;
		const dealBreakerAt = mark ? restoredAt(input.markedAt, now) : null;
		const addedAt = restoredAt(input.addedAt, now);
		const added = { id: input.id ?? newId(), text, rank: all.length + 1 };
		await store.addCriterion(scope, {
			...added,
			deal_breaker_at: dealBreakerAt,
			added_at: addedAt
		});
		return placeEntry(context, list, all, { ...added, dealBreakerAt, addedAt }, position);
	}
});

/**
 * Changes a criterion's text, and moves a criterion; rank 1 matters most.
 * @refuses `criteria.changed-elsewhere`, `criteria.moved-since`
 */
export const [changeCriterion, moveCriterion] = ranked(list, {
	change: { summary: 'Edit a criterion', example: 'Time with one person' },
	move: { verb: 'move', event: 'moved', summary: 'Move a criterion up or down' }
});

/**
 * Removes a criterion; those below it move up. The output holds all that restores it.
 * @param was expected current text; left out, it is not checked
 * @refuses `criteria.changed-elsewhere` when the text is not the expected one
 */
export const removeCriterion = operation({
	name: 'criteria.remove',
	http: { verb: 'DELETE', path: '/criteria/{id}' },
	summary: 'Delete a criterion',
	effect: 'write',
	input: z.object({ id, was: noteText.optional() }),
	output: z.object({
		text: z.string(),
		position: z.number(),
		mark: z.enum(['deal-breaker']).nullable(),
		addedAt: z.string(),
		markedAt: z.string().nullable()
	}),
	example: { id: exampleId },
	said: ({ text }) => `Deleted: ${text}`,
	undo: (gone, { id }) => undoneBy(addCriterion, { id, ...gone }),
	run: async (context, input) => {
		const { text, rank, addedAt, dealBreakerAt } = await removeEntry(context, list, input);
		const mark = dealBreakerAt === null ? null : ('deal-breaker' as const);
		return { text, position: rank, mark, addedAt, markedAt: dealBreakerAt };
	}
});
