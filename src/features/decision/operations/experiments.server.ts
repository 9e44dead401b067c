import { restoredAt } from '#kernel/clock.ts';
import { z } from 'zod';
import { undoneBy, type UndoStep } from '#kernel/operation.ts';
import { found, otherBody, refuseConflict } from '#kernel/refusal.ts';
import { exampleId, instant } from '#method/field-schemas.ts';
import { asColumns } from '#server/db/as-columns.ts';
import { operation } from '#server/perform.ts';
import { day, experimentText, id, learnedText, plannedRung } from '../schemas.ts';
import * as store from '../store.server.ts';
import { themeNamed } from './counter-evidence.server.ts';

/**
 * Plans an experiment: a rung of the test-drive ladder above the talk.
 * @param plannedOn its date, if known
 * @param addedAt original instant, given only when an undo restores it
 * @refuses `theme.missing`, `experiment.other-body` when the id is known with other words
 */
export const planExperiment = operation({
	name: 'experiments.plan',
	http: { verb: 'POST', path: '/themes/{themeId}/experiments' },
	summary: 'Plan an experiment',
	effect: 'write',
	input: z.object({
		themeId: id,
		id: id.optional(),
		rung: plannedRung,
		text: experimentText,
		plannedOn: day.nullable().optional(),
		addedAt: instant.optional()
	}),
	output: z.object({ id: z.string() }),
	example: {
		themeId: exampleId,
		rung: 'shadow',
		text: 'A closing day beside an editor',
		plannedOn: '2027-01-11'
	},
	said: 'Experiment planned',
	undo: ({ id: experimentId }): UndoStep => undoneBy(removeExperiment, { id: experimentId }),
	run: async ({ scope, now, record, newId }, input) => {
		const { themeId, rung, text, plannedOn = null } = input;
		await themeNamed(scope, themeId);
		const experimentId = input.id ?? newId();
		const known = await store.experimentOf(scope, experimentId);
		if (known) {
			const same = known.themeId === themeId && known.rung === rung && known.text === text;
			if (same && known.plannedOn === plannedOn) return { id: experimentId };
			throw otherBody('experiment');
		}
		await store.addExperiment(scope, {
			id: experimentId,
			...asColumns({ themeId, rung, text, plannedOn }),
			added_at: restoredAt(input.addedAt, now),
			changed_at: now
		});
		record({ verb: 'experiments.planned', about: { kind: 'experiment', id: experimentId } });
		return { id: experimentId };
	}
});

/**
 * Marks an experiment as done, with what was learned.
 * @returns when it was done, which `experiments.unmarkDone` takes
 * @refuses `experiment.missing`; `experiments.done-before` when it was done with another text
 */
export const markExperimentDone = operation({
	name: 'experiments.markDone',
	http: { verb: 'PUT', path: '/experiments/{id}/done' },
	summary: 'Mark an experiment as done and record what you learned',
	effect: 'write',
	input: z.object({ id, learned: learnedText.default('') }),
	output: z.object({ id: z.string(), doneAt: z.string() }),
	example: { id: exampleId, learned: 'The quiet afternoons are what I would come for.' },
	said: 'Marked as done. What you learned is saved',
	undo: ({ id: experimentId, doneAt }) =>
		undoneBy(unmarkExperimentDone, { id: experimentId, doneAt }),
	run: async ({ scope, now, record }, { id: experimentId, learned }) => {
		const { doneAt, ...stored } = found(
			await store.experimentOf(scope, experimentId),
			'experiment'
		);
		if (doneAt !== null && stored.learned !== learned) {
			throw refuseConflict(
				'experiments.done-before',
				'This experiment is already marked as done. What you learned then is safe. To change that text, first choose “Undo: not done”.',
				'learned'
			);
		}
		if (doneAt !== null) return { id: experimentId, doneAt };
		await store.changeExperiment(scope, experimentId, { done_at: now, learned, changed_at: now });
		record({ verb: 'experiments.done', about: { kind: 'experiment', id: experimentId } });
		return { id: experimentId, doneAt: now };
	}
});

/**
 * Marks an experiment as not done; what was learned is kept.
 * @param doneAt expected instant of completion; left out, it is not checked
 * @refuses `experiment.missing`, `experiments.not-done`, `experiments.done-since`
 */
export const unmarkExperimentDone = operation({
	name: 'experiments.unmarkDone',
	http: { verb: 'DELETE', path: '/experiments/{id}/done' },
	summary: 'Mark an experiment as not done',
	effect: 'write',
	input: z.object({ id, doneAt: z.string().max(40).optional() }),
	output: z.object({ id: z.string() }),
	example: { id: exampleId },
	said: 'Marked as not done. What you learned is saved',
	run: async ({ scope, now, record }, input) => {
		const { id: experimentId, doneAt } = found(
			await store.experimentOf(scope, input.id),
			'experiment'
		);
		if (doneAt === null) {
			throw refuseConflict(
				'experiments.not-done',
				'This experiment is not marked as done. Nothing was changed.'
			);
		}
		if (input.doneAt !== undefined && input.doneAt !== doneAt) {
			throw refuseConflict(
				'experiments.done-since',
				'This experiment was marked as done again in the meantime. Nothing was changed. Reload the page to view it.'
			);
		}
		await store.changeExperiment(scope, experimentId, { done_at: null, changed_at: now });
		record({ verb: 'experiments.undone', about: { kind: 'experiment', id: experimentId } });
		return { id: experimentId };
	}
});

/**
 * Removes an experiment that was not done. The output holds all that restores it.
 * @refuses `experiment.missing`; `experiments.done` when it was done, since what was learned would
 * be lost
 */
export const removeExperiment = operation({
	name: 'experiments.remove',
	http: { verb: 'DELETE', path: '/experiments/{id}' },
	summary: 'Delete an experiment that was not done',
	effect: 'write',
	input: z.object({ id }),
	output: z.object({
		id: z.string(),
		themeId: z.string(),
		rung: plannedRung,
		text: z.string(),
		plannedOn: z.string().nullable(),
		addedAt: z.string()
	}),
	example: { id: exampleId },
	said: 'Deleted',
	undo: (gone) => undoneBy(planExperiment, gone),
	run: async ({ scope, record }, input) => {
		const { doneAt, learned, ...stored } = found(
			await store.experimentOf(scope, input.id),
			'experiment'
		);
		if (doneAt !== null || learned !== '') {
			throw refuseConflict(
				'experiments.done',
				'This experiment is part of your evidence, so it cannot be deleted. Nothing was changed.'
			);
		}
		await store.removeExperiment(scope, stored.id);
		record({ verb: 'experiments.removed', about: { kind: 'experiment', id: stored.id } });
		return stored;
	}
});
