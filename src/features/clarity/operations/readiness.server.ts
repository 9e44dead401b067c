import { z } from 'zod';
import { undoneBy, type UndoStep } from '#kernel/operation.ts';
import { missing, otherBody, refuseConflict } from '#kernel/refusal.ts';
import { exampleId, instant } from '#method/field-schemas.ts';
import { operation } from '#server/perform.ts';
import { readinessOf } from '../reads/readiness.server.ts';
import { id, reason, softAnswers } from '../schemas.ts';
import * as store from '../store.server.ts';
import { isUnchanged, digestOf } from '#server/text-digest.ts';

/**
 * Stores answers to the five soft questions, each 1 to 5. The newest count; older ones are kept.
 * @refuses `answer.other-body` when the id is known with other answers
 */
export const answerReadiness = operation({
	name: 'readiness.answer',
	http: { verb: 'POST', path: '/readiness/answers' },
	summary: 'Answer the five questions of the readiness check',
	effect: 'write',
	input: z.object({ id: id.optional(), ...softAnswers }),
	output: z.object({ id: z.string() }),
	example: { clarity: 4, satisfaction: 4, fear: 2, pressure: 2, confidence: 2 },
	said: 'Answers saved',
	undo: ({ id }) => undoneBy(takeBackAnswers, { id }),
	run: async ({ scope, now, record, newId }, input) => {
		const { id: minted, ...answers } = input;
		const known = minted ? await store.answersWithId(scope, minted) : undefined;
		if (known) {
			const same = Object.entries(answers).every(([item, given]) =>
				Object.entries(known).some(([stored, value]) => stored === item && value === given)
			);
			if (same) return { id: known.id };
			throw otherBody('answer');
		}
		const answersId = minted ?? newId();
		await store.addAnswers(scope, { id: answersId, ...answers, answered_at: now });
		record({ verb: 'readiness.answered', about: { kind: 'readiness_answers', id: answersId } });
		return { id: answersId };
	}
});

/**
 * Deletes the newest answers, so that the ones before them count again.
 * @refuses `answer.missing` for unknown ones; `readiness.answered-since` when newer ones count
 */
export const takeBackAnswers = operation({
	name: 'readiness.takeBackAnswers',
	http: { verb: 'DELETE', path: '/readiness/answers/{id}' },
	summary: 'Undo your latest answers to the readiness check',
	effect: 'write',
	input: z.object({ id }),
	output: z.object({}),
	example: { id: exampleId },
	run: async ({ scope, record }, input) => {
		if (!(await store.answersWithId(scope, input.id))) throw missing('answer');
		if ((await store.newestAnswers(scope))?.id !== input.id) {
			throw refuseConflict(
				'readiness.answered-since',
				'You have answered again since then. Nothing was changed. The latest answers count. Answer the questions again to replace them.'
			);
		}
		await store.removeAnswers(scope, input.id);
		record({
			verb: 'readiness.answersTakenBack',
			about: { kind: 'readiness_answers', id: input.id }
		});
		return {};
	}
});

/**
 * Overrides the check: opens outreach for a stated reason (method.md 1).
 * @refuses `readiness.open-already` when the verdict has opened it; `readiness.override-stands`
 * while another override is in force; `statement.other-body` when the id is known with another
 * reason
 */
export const overrideReadiness = operation({
	name: 'readiness.override',
	http: { verb: 'POST', path: '/readiness/override' },
	summary: 'Allow requests before you are ready, with a reason that is saved',
	effect: 'write',
	input: z.object({
		id: id.optional(),
		reason,
		/** original instant, given only when an undo restores it */
		since: instant.optional()
	}),
	output: z.object({ id: z.string() }),
	example: { reason: 'My aunt retires in June, and she is the editor I want to ask.' },
	said: 'Requests are allowed. Your reason is saved',
	undo: (_, { reason: given }): UndoStep => undoneBy(withdrawOverride, { was: digestOf(given) }),
	run: async ({ scope, now, record, newId }, input) => {
		const known = input.id ? await store.statementWithId(scope, input.id) : undefined;
		if (input.id && known) {
			const stands = known.kind === 'asking-anyway' && known.withdrawn_at === null;
			if (stands && known.reason === input.reason) return { id: input.id };
			throw otherBody('statement');
		}
		const readiness = await readinessOf(scope, now);
		if (readiness.override) {
			throw refuseConflict(
				'readiness.override-stands',
				'Requests are already allowed, and a reason is saved. Nothing was changed. To edit the reason, select “Wait until ready” first.',
				'reason'
			);
		}
		if (readiness.outreach === 'open') {
			throw refuseConflict(
				'readiness.open-already',
				'You can send requests now without a reason. Nothing was changed. You can go on and choose someone to ask.',
				'reason'
			);
		}
		const said = input.since && (await store.restoreStatement(scope, 'asking-anyway', input.since));
		const statementId = said ?? input.id ?? newId();
		if (said) await store.changeStatement(scope, said, { reason: input.reason });
		else {
			await store.addStatement(scope, {
				id: statementId,
				kind: 'asking-anyway',
				reason: input.reason,
				said_at: now
			});
		}
		record({
			verb: 'readiness.overridden',
			about: { kind: 'readiness_statement', id: statementId }
		});
		return { id: statementId };
	}
});

/**
 * Withdraws the override, so that the verdict alone decides. The reason stays in the history.
 * @param was expected current text; left out, it is not checked
 * @refuses `override.missing` when none is in force; `readiness.overridden-since` when its reason
 * is not the expected one
 */
export const withdrawOverride = operation({
	name: 'readiness.withdrawOverride',
	http: { verb: 'DELETE', path: '/readiness/override' },
	summary: 'Stop allowing requests before you are ready',
	effect: 'write',
	input: z.object({ was: reason.optional() }),
	output: z.object({ reason: z.string(), since: z.string() }),
	example: {},
	said: 'Early permission withdrawn. Your reason is still saved',
	undo: (said) => undoneBy(overrideReadiness, said),
	run: async ({ scope, now, record }, { was }) => {
		const { override } = await readinessOf(scope, now);
		if (!override) throw missing('override');
		if (!isUnchanged(override.reason, was)) {
			throw refuseConflict(
				'readiness.overridden-since',
				'You have saved another reason since then. Nothing was changed, and requests are still allowed. To stop, select “Wait until ready”.'
			);
		}
		await store.withdrawStatements(scope, 'asking-anyway', now);
		record({
			verb: 'readiness.overrideWithdrawn',
			about: { kind: 'workspace', id: scope.workspaceId }
		});
		return { reason: override.reason, since: override.saidAt };
	}
});
