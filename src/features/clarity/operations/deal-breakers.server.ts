import { z } from 'zod';
import { restoredAt } from '#kernel/clock.ts';
import { undoneBy, type UndoStep } from '#kernel/operation.ts';
import { missing, oneIn, refuseConflict } from '#kernel/refusal.ts';
import { exampleId, instant } from '#method/field-schemas.ts';
import { operation } from '#server/perform.ts';
import { id } from '../schemas.ts';
import * as store from '../store.server.ts';

const example = { id: exampleId };
const noneSaidAt = z.string().max(40).nullable();

function noneSaidSince() {
	return refuseConflict(
		'criteria.none-said-since',
		'You have answered the question about deal-breakers again since then. Nothing was changed. You can edit the answer below your criteria.'
	);
}

/**
 * Marks a criterion as a deal-breaker, which withdraws the statement "none is one".
 * @param was expected instant of the statement "none is one"; left out, it is not checked
 * @returns since when it is marked, since when it was before, and the withdrawn statement's instant
 * @refuses `criterion.missing`, `criteria.none-said-since`
 */
export const markDealBreaker = operation({
	name: 'criteria.markDealBreaker',
	http: { verb: 'PUT', path: '/criteria/{id}/deal-breaker' },
	summary: 'Mark a criterion as a deal-breaker',
	effect: 'write',
	input: z.object({
		id,
		was: z.object({ noneSaidAt }).optional(),
		/** original instant, given only when an undo restores it */
		since: instant.optional()
	}),
	output: z.object({ dealBreakerAt: z.string(), was: z.string().nullable(), noneSaidAt }),
	example,
	said: 'Marked as a deal-breaker',
	undo: ({ dealBreakerAt, noneSaidAt }, { id }): UndoStep =>
		undoneBy(unmarkDealBreaker, { id, was: dealBreakerAt, noneSaidAt }),
	run: async ({ scope, now, record }, input) => {
		const criterion = oneIn(await store.criteria(scope), input.id, 'criterion');
		const { dealBreakerAt } = criterion;
		if (dealBreakerAt !== null) return { dealBreakerAt, was: dealBreakerAt, noneSaidAt: null };
		const { noDealBreakerSince } = await store.readinessFigures(scope);
		if (input.was && input.was.noneSaidAt !== noDealBreakerSince) throw noneSaidSince();
		const since = restoredAt(input.since, now);
		await store.changeCriterion(scope, input.id, { deal_breaker_at: since });
		await store.withdrawStatements(scope, 'no-deal-breaker', now);
		record({ verb: 'criteria.dealBreakerMarked', about: { kind: 'criterion', id: input.id } });
		return { dealBreakerAt: since, was: null, noneSaidAt: noDealBreakerSince };
	}
});

/**
 * Removes the deal-breaker mark from a criterion.
 * @param was expected instant of the mark; left out, it is not checked
 * @param noneSaidAt instant of the statement "none is one" that the mark withdrew, to restore
 * @returns since when it was marked
 * @refuses `criterion.missing`, `criteria.marked-since`
 */
export const unmarkDealBreaker = operation({
	name: 'criteria.unmarkDealBreaker',
	http: { verb: 'DELETE', path: '/criteria/{id}/deal-breaker' },
	summary: 'Remove the deal-breaker mark from a criterion',
	effect: 'write',
	input: z.object({ id, was: z.string().max(40).optional(), noneSaidAt: noneSaidAt.optional() }),
	output: z.object({ was: z.string().nullable() }),
	example,
	said: 'Deal-breaker mark removed',
	undo: ({ was }, { id }) =>
		was === null
			? undefined
			: undoneBy(markDealBreaker, { id, was: { noneSaidAt: null }, since: was }),
	run: async ({ scope, record }, input) => {
		const { dealBreakerAt: was } = oneIn(await store.criteria(scope), input.id, 'criterion');
		if (input.was !== undefined && input.was !== was) {
			throw refuseConflict(
				'criteria.marked-since',
				'The mark of this criterion has changed since then. Nothing was changed. You can remove the mark in the list of criteria.'
			);
		}
		await store.changeCriterion(scope, input.id, { deal_breaker_at: null });
		if (input.noneSaidAt) {
			const { dealBreakers, noDealBreakerSince } = await store.readinessFigures(scope);
			if (dealBreakers === 0 && noDealBreakerSince === null) {
				await store.restoreStatement(scope, 'no-deal-breaker', input.noneSaidAt);
			}
		}
		record({ verb: 'criteria.dealBreakerUnmarked', about: { kind: 'criterion', id: input.id } });
		return { was };
	}
});

/**
 * States that no criterion is a deal-breaker; the readiness check accepts that as an answer.
 * @refuses `criteria.deal-breaker-marked` while one is marked
 */
export const sayNoDealBreaker = operation({
	name: 'criteria.sayNoDealBreaker',
	http: { verb: 'PUT', path: '/readiness/no-deal-breaker' },
	summary: 'Confirm that none of your criteria is a deal-breaker',
	effect: 'write',
	input: z.object({
		/** original instant, given only when an undo restores it */ since: instant.optional()
	}),
	output: z.object({ saidAt: z.string(), /** since when it was stated before */ was: noneSaidAt }),
	example: {},
	said: 'Saved: no deal-breakers',
	undo: ({ saidAt }): UndoStep => undoneBy(withdrawNoDealBreaker, { was: saidAt }),
	run: async ({ scope, now, record, newId }, { since }) => {
		const figures = await store.readinessFigures(scope);
		if (figures.dealBreakers > 0) {
			throw refuseConflict(
				'criteria.deal-breaker-marked',
				'One of your criteria is marked as a deal-breaker. Nothing was changed. Remove the mark first.'
			);
		}
		const { noDealBreakerSince: was } = figures;
		if (was !== null) return { saidAt: was, was };
		const restored = since && (await store.restoreStatement(scope, 'no-deal-breaker', since));
		const statementId = restored ?? newId();
		const saidAt = restored ? since : now;
		if (!restored) {
			await store.addStatement(scope, {
				id: statementId,
				kind: 'no-deal-breaker',
				reason: '',
				said_at: now
			});
		}
		record({
			verb: 'criteria.noDealBreakerSaid',
			about: { kind: 'readiness_statement', id: statementId }
		});
		return { saidAt, was: null };
	}
});

/**
 * Withdraws the statement "none is a deal-breaker".
 * @param was expected instant of the statement; left out, it is not checked
 * @refuses `statement.missing` when there is none, `criteria.none-said-since`
 */
export const withdrawNoDealBreaker = operation({
	name: 'criteria.withdrawNoDealBreaker',
	http: { verb: 'DELETE', path: '/readiness/no-deal-breaker' },
	summary: 'Undo the statement that none of your criteria is a deal-breaker',
	effect: 'write',
	input: z.object({ was: z.string().max(40).optional() }),
	output: z.object({ since: z.string() }),
	example: {},
	said: 'Undone. Mark your deal-breakers, or confirm that there are none',
	undo: (said) => undoneBy(sayNoDealBreaker, said),
	run: async ({ scope, now, record }, { was }) => {
		const { noDealBreakerSince } = await store.readinessFigures(scope);
		if (noDealBreakerSince === null) throw missing('statement');
		if (was && noDealBreakerSince !== was) throw noneSaidSince();
		await store.withdrawStatements(scope, 'no-deal-breaker', now);
		record({
			verb: 'criteria.noDealBreakerWithdrawn',
			about: { kind: 'workspace', id: scope.workspaceId }
		});
		return { since: noDealBreakerSince };
	}
});
