import { z } from 'zod';
import { undoneBy, type UndoStep } from '#kernel/operation.ts';
import { missing, refuse } from '#kernel/refusal.ts';
import { exampleId } from '#method/values.ts';
import { operation } from '#server/perform.ts';
import { id } from '../shapes.ts';
import * as store from '../store.server.ts';
import { entryIn } from '../writes/ranks.server.ts';

const example = { id: exampleId };

/** Marks a criterion as a deal-breaker; "none is one" is withdrawn by it. */
export const markDealBreaker = operation({
	name: 'criteria.markDealBreaker',
	http: { verb: 'PUT', path: '/criteria/{id}/deal-breaker' },
	summary: 'Mark a criterion as a deal-breaker',
	effect: 'write',
	input: z.object({ id }),
	output: z.object({ dealBreakerAt: z.string() }),
	example,
	said: 'Marked as a deal-breaker',
	undo: (_, { id }): UndoStep => undoneBy(unmarkDealBreaker, { id }),
	run: async ({ scope, now, record }, input) => {
		const criterion = entryIn(await store.criteria(scope), input.id, 'criterion');
		if (criterion.dealBreakerAt !== null) return { dealBreakerAt: criterion.dealBreakerAt };
		await store.changeCriterion(scope, input.id, { deal_breaker_at: now });
		await store.withdrawStatements(scope, 'no-deal-breaker', now);
		record({ verb: 'criteria.dealBreakerMarked', about: { kind: 'criterion', id: input.id } });
		return { dealBreakerAt: now };
	}
});

/** Takes the mark off a criterion. */
export const unmarkDealBreaker = operation({
	name: 'criteria.unmarkDealBreaker',
	http: { verb: 'DELETE', path: '/criteria/{id}/deal-breaker' },
	summary: 'Take the deal-breaker mark off a criterion',
	effect: 'write',
	input: z.object({ id }),
	output: z.object({}),
	example,
	said: 'No deal-breaker any more',
	undo: (_, { id }) => undoneBy(markDealBreaker, { id }),
	run: async ({ scope, record }, input) => {
		entryIn(await store.criteria(scope), input.id, 'criterion');
		await store.changeCriterion(scope, input.id, { deal_breaker_at: null });
		record({ verb: 'criteria.dealBreakerUnmarked', about: { kind: 'criterion', id: input.id } });
		return {};
	}
});

/**
 * Says that none of the criteria is a deal-breaker; the check takes that for an answer.
 * @refuses `criteria.deal-breaker-marked` while one is marked
 */
export const sayNoDealBreaker = operation({
	name: 'criteria.sayNoDealBreaker',
	http: { verb: 'PUT', path: '/readiness/no-deal-breaker' },
	summary: 'Say that none of your criteria is a deal-breaker',
	effect: 'write',
	input: z.object({}),
	output: z.object({ saidAt: z.string() }),
	example: {},
	said: 'None of them is a deal-breaker, that is an answer',
	undo: (): UndoStep => undoneBy(withdrawNoDealBreaker, {}),
	run: async ({ scope, now, record, newId }) => {
		const figures = await store.readinessFigures(scope);
		if (figures.dealBreakers > 0) {
			throw refuse(
				'conflict',
				'criteria.deal-breaker-marked',
				'One of your criteria is marked as a deal-breaker. Nothing was changed; take the mark off first.'
			);
		}
		if (figures.noDealBreakerSince !== null) return { saidAt: figures.noDealBreakerSince };
		const statementId = newId();
		await store.addStatement(scope, {
			id: statementId,
			kind: 'no-deal-breaker',
			reason: '',
			saidAt: now
		});
		record({
			verb: 'criteria.noDealBreakerSaid',
			about: { kind: 'readiness_statement', id: statementId }
		});
		return { saidAt: now };
	}
});

/**
 * Withdraws "none is a deal-breaker".
 * @refuses `statement.missing` when it was not said
 */
export const withdrawNoDealBreaker = operation({
	name: 'criteria.withdrawNoDealBreaker',
	http: { verb: 'DELETE', path: '/readiness/no-deal-breaker' },
	summary: 'Withdraw that none of your criteria is a deal-breaker',
	effect: 'write',
	input: z.object({}),
	output: z.object({}),
	example: {},
	said: 'Open again: is one of them a deal-breaker?',
	undo: () => undoneBy(sayNoDealBreaker, {}),
	run: async ({ scope, now, record }) => {
		if ((await store.withdrawStatements(scope, 'no-deal-breaker', now)) === 0) {
			throw missing('statement');
		}
		record({
			verb: 'criteria.noDealBreakerWithdrawn',
			about: { kind: 'workspace', id: scope.workspaceId }
		});
		return {};
	}
});
