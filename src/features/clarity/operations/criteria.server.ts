import { z } from 'zod';
import { undoneBy, type UndoStep } from '#kernel/operation.ts';
import { otherBody } from '#kernel/refusal.ts';
import { exampleId } from '#method/values.ts';
import { operation } from '#server/perform.ts';
import type { Scope } from '#server/scope.server.ts';
import { mayAddCriterion } from '../rules/criteria.ts';
import { moveTo } from '../rules/ranking.ts';
import { id, noteText, position } from '../shapes.ts';
import * as store from '../store.server.ts';
import {
	entryIn,
	newRanks,
	requirePlace,
	requireSameWords,
	requireWords,
	withEntry
} from '../writes/ranks.server.ts';
import { sumOfWords } from '#server/words-sum.ts';

async function writeRanks(scope: Scope, order: readonly store.CriterionRow[]): Promise<void> {
	for (const { id, rank } of newRanks(order)) await store.changeCriterion(scope, id, { rank });
}

/**
 * Names a criterion, at the end of the list or at the place that is given (method.md 1: 3 to 7).
 * @refuses `criteria.seven-named` at seven; `criterion.other-body` when the id is known with other
 * words or another mark
 */
export const addCriterion = operation({
	name: 'criteria.add',
	http: { verb: 'POST', path: '/criteria' },
	summary: 'Name something that has to be true of work for you',
	effect: 'write',
	input: z.object({
		id: id.optional(),
		text: noteText,
		position: position.nullable().optional(),
		/** marks it at once, as when it is brought back */
		mark: z.enum(['deal-breaker'], 'Mark it as a deal-breaker or not at all.').nullable().optional()
	}),
	output: z.object({ id: z.string() }),
	example: { text: 'Working with words' },
	said: (_, { text }) => `Added: ${text}`,
	undo: ({ id }, { text }): UndoStep => undoneBy(removeCriterion, { id, was: sumOfWords(text) }),
	run: async ({ scope, now, record, newId }, input) => {
		const list = await store.criteria(scope);
		const known = list.find((criterion) => criterion.id === input.id);
		if (known) {
			const marked = known.dealBreakerAt !== null;
			const same = known.text === input.text && marked === (input.mark === 'deal-breaker');
			if (same) return { id: known.id };
			throw otherBody('criterion');
		}
		const refusal = mayAddCriterion(list.length);
		if (refusal) throw refusal;
		const criterion = {
			id: input.id ?? newId(),
			text: input.text,
			rank: list.length + 1,
			dealBreakerAt: input.mark ? now : null
		};
		await store.addCriterion(scope, { ...criterion, addedAt: now });
		await writeRanks(scope, withEntry(list, criterion, input.position));
		record({ verb: 'criteria.added', about: { kind: 'criterion', id: criterion.id } });
		return { id: criterion.id };
	}
});

/**
 * Says a criterion in other words.
 * @refuses `criteria.changed-elsewhere` when the words are not the ones they were meant to replace
 */
export const changeCriterion = operation({
	name: 'criteria.change',
	http: { verb: 'PATCH', path: '/criteria/{id}' },
	summary: 'Say a criterion in other words',
	effect: 'write',
	input: z.object({ id, text: noteText, /** the words these replace */ was: noteText.optional() }),
	output: z.object({ was: z.string() }),
	example: { id: exampleId, text: 'Time with one person' },
	said: 'Kept',
	undo: ({ was: text }, { id, text: was }): UndoStep =>
		undoneBy(changeCriterion, { id, text, was }),
	run: async ({ scope, record }, input) => {
		const criterion = entryIn(await store.criteria(scope), input.id, 'criterion');
		requireWords(criterion.text, input.was, 'criteria.changed-elsewhere');
		await store.changeCriterion(scope, input.id, { text: input.text });
		record({ verb: 'criteria.changed', about: { kind: 'criterion', id: input.id } });
		return { was: criterion.text };
	}
});

/**
 * Removes a criterion; those below it move up. The answer says all that brings it back.
 * @param was the words it was seen with, where it must not go with others
 * @refuses `criteria.changed-elsewhere` when it says something else by now
 */
export const removeCriterion = operation({
	name: 'criteria.remove',
	http: { verb: 'DELETE', path: '/criteria/{id}' },
	summary: 'Remove a criterion',
	effect: 'write',
	input: z.object({ id, was: noteText.optional() }),
	output: z.object({
		text: z.string(),
		position: z.number(),
		mark: z.enum(['deal-breaker']).nullable()
	}),
	example: { id: exampleId },
	said: ({ text }) => `Removed: ${text}`,
	undo: ({ text, position, mark }, { id }) => undoneBy(addCriterion, { id, text, position, mark }),
	run: async ({ scope, record }, input) => {
		const list = await store.criteria(scope);
		const criterion = entryIn(list, input.id, 'criterion');
		requireSameWords(criterion.text, input.was, 'criteria.changed-elsewhere');
		await store.removeCriterion(scope, input.id);
		await writeRanks(
			scope,
			list.filter((each) => each.id !== input.id)
		);
		record({ verb: 'criteria.removed', about: { kind: 'criterion', id: input.id } });
		const mark = criterion.dealBreakerAt === null ? null : ('deal-breaker' as const);
		return { text: criterion.text, position: criterion.rank, mark };
	}
});

/**
 * Moves a criterion to another place, 1 matters most; beyond the end means the end.
 * @param was the place it was seen at, where it must not have moved since
 * @returns the place it has now, and the one it had
 * @refuses `criteria.moved-since` when it stands elsewhere by now
 */
export const moveCriterion = operation({
	name: 'criteria.move',
	http: { verb: 'PUT', path: '/criteria/{id}/rank' },
	summary: 'Move a criterion up or down',
	effect: 'write',
	input: z.object({ id, position, was: position.optional() }),
	output: z.object({ position: z.number(), was: z.number() }),
	example: { id: exampleId, position: 1 },
	said: 'The order is kept',
	undo: ({ position: was, was: position }, { id }): UndoStep =>
		undoneBy(moveCriterion, { id, position, was }),
	run: async ({ scope, record }, input) => {
		const list = await store.criteria(scope);
		const criterion = entryIn(list, input.id, 'criterion');
		requirePlace(criterion.rank, input.was, 'criteria.moved-since');
		await writeRanks(scope, moveTo(list, input.id, input.position));
		record({ verb: 'criteria.moved', about: { kind: 'criterion', id: input.id } });
		return { position: Math.min(input.position, list.length), was: criterion.rank };
	}
});
