import { z } from 'zod';
import { restoredAt } from '#kernel/clock.ts';
import { undoneBy, type UndoStep } from '#kernel/operation.ts';
import { found, otherBody, refuseConflict } from '#kernel/refusal.ts';
import { exampleId, instant } from '#method/field-schemas.ts';
import { moveTo } from '#features/clarity/rules/ranking.ts';
import { openInterview } from '#features/interviews/reads/interviews.server.ts';
import { operation, type Context } from '#server/perform.ts';
import { goalText, jobAskFlag, mayAddGoal } from '../rules/goals.ts';
import { goal, goalTyped, id, rank, type Goal } from '../schemas.ts';
import * as store from '../store.server.ts';
import { isUnchanged, digestOf } from '#server/text-digest.ts';

export function toGoalView(row: store.GoalRow): Goal {
	return { id: row.id, text: row.text, rank: row.rank, flag: jobAskFlag(row.text) ?? null };
}

async function goalToChange({ scope }: Context, goalId: string): Promise<store.GoalRow> {
	const stored = found(await store.goalOf(scope, goalId), 'goal');
	await openInterview(scope, stored.interviewId);
	return stored;
}

function requireSameGoal(stored: store.GoalRow, was: string | undefined): void {
	if (isUnchanged(stored.text, was) || (was !== undefined && goalText(was) === stored.text)) return;
	throw refuseConflict(
		'goals.changed-since',
		'This goal was edited in the meantime. Nothing was changed. You can edit it in the list of goals.'
	);
}

/**
 * Adds a goal to an interview, last or at the given rank (method 5: one to three).
 * @returns the goal; `flag` is a hint when it reads like asking for a job
 * @refuses `goals.three-named`, `goals.empty`, `goals.too-long`, `goal.other-body` when the id is
 * known with another text, `interviews.closed`
 */
export const addGoal = operation({
	name: 'goals.add',
	http: { verb: 'POST', path: '/interviews/{interviewId}/goals' },
	summary: 'Add a goal to an interview',
	effect: 'write',
	input: z.object({
		interviewId: id,
		id: id.optional(),
		text: goalTyped,
		rank: rank.optional(),
		/** original instant, given only when an undo restores it */
		addedAt: instant.optional()
	}),
	output: goal,
	example: {
		interviewId: exampleId,
		text: 'How much of a week is editing'
	},
	said: 'Goal added',
	undo: ({ id: goalId, text }): UndoStep =>
		undoneBy(removeGoal, { id: goalId, was: digestOf(text) }),
	run: async ({ scope, now, record, newId }, input) => {
		await openInterview(scope, input.interviewId);
		const text = goalText(input.text);
		const goalId = input.id ?? newId();
		const known = await store.goalOf(scope, goalId);
		if (known) {
			if (known.text === text && known.interviewId === input.interviewId) return toGoalView(known);
			throw otherBody('goal');
		}
		const goals = await store.goalsOf(scope, input.interviewId);
		const full = mayAddGoal(goals.length);
		if (full) throw full;
		const { interviewId } = input;
		const row = { id: goalId, text, rank: goals.length + 1 };
		const addedAt = restoredAt(input.addedAt, now);
		await store.addGoal(scope, { ...row, interview_id: interviewId, added_at: addedAt });
		const added = { ...row, interviewId, addedAt };
		const at = Math.min(input.rank ?? added.rank, added.rank);
		await store.rankGoals(scope, goals.toSpliced(at - 1, 0, added));
		record({ verb: 'goals.added', about: { kind: 'goal', id: goalId } });
		return toGoalView({ ...added, rank: at });
	}
});

/**
 * Changes the text of a goal.
 * @param was expected current text; left out, it is not checked
 * @returns the goal, and its former text
 * @refuses `goal.missing`, `goals.empty`, `goals.too-long`, `goals.changed-since`,
 * `interviews.closed`
 */
export const changeGoal = operation({
	name: 'goals.change',
	http: { verb: 'PATCH', path: '/goals/{id}' },
	summary: 'Edit a goal',
	effect: 'write',
	input: z.object({ id, text: goalTyped, was: goalTyped.optional() }),
	output: goal.extend({ was: z.string() }),
	example: {
		id: exampleId,
		text: 'How much of a week is keeping people calm'
	},
	said: ({ text, was }) => (text === was ? undefined : 'Saved'),
	undo: ({ id: goalId, text, was }): UndoStep =>
		undoneBy(changeGoal, { id: goalId, text: was, was: text }),
	run: async (context, input) => {
		const stored = await goalToChange(context, input.id);
		requireSameGoal(stored, input.was);
		const text = goalText(input.text);
		if (text === stored.text) return { ...toGoalView(stored), was: stored.text };
		await store.changeGoal(context.scope, stored.id, { text });
		context.record({ verb: 'goals.changed', about: { kind: 'goal', id: stored.id } });
		return { ...toGoalView({ ...stored, text }), was: stored.text };
	}
});

/**
 * Deletes a goal. `goals.add` with the output restores it.
 * @param was expected current text; left out, it is not checked
 * @returns the deleted goal, with its interview
 * @refuses `goal.missing`, `goals.changed-since`, `interviews.closed`
 */
export const removeGoal = operation({
	name: 'goals.remove',
	http: { verb: 'DELETE', path: '/goals/{id}' },
	summary: 'Delete a goal',
	effect: 'write',
	input: z.object({ id, was: goalTyped.optional() }),
	output: z.object({
		id: z.string(),
		interviewId: z.string(),
		text: z.string(),
		rank: z.number(),
		addedAt: z.string()
	}),
	example: { id: exampleId },
	said: 'Goal deleted',
	undo: (gone) => undoneBy(addGoal, gone),
	run: async (context, input) => {
		const { scope, record } = context;
		const stored = await goalToChange(context, input.id);
		requireSameGoal(stored, input.was);
		await store.removeGoal(scope, stored.id);
		await store.rankGoals(scope, await store.goalsOf(scope, stored.interviewId));
		record({ verb: 'goals.removed', about: { kind: 'goal', id: stored.id } });
		return stored;
	}
});

/**
 * Moves a goal to a rank, 1 to 3; beyond the last is the last.
 * @refuses `goal.missing`, `interviews.closed`
 */
export const moveGoal = operation({
	name: 'goals.move',
	http: { verb: 'POST', path: '/goals/{id}/move' },
	summary: 'Move a goal to another place',
	effect: 'write',
	input: z.object({ id, rank }),
	output: z.object({ id: z.string(), rank: z.number() }),
	example: { id: exampleId, rank: 1 },
	run: async (context, input) => {
		const { scope, record } = context;
		const stored = await goalToChange(context, input.id);
		const goals = await store.goalsOf(scope, stored.interviewId);
		const place = Math.min(input.rank, goals.length);
		await store.rankGoals(scope, moveTo(goals, stored.id, place));
		record({ verb: 'goals.moved', about: { kind: 'goal', id: stored.id } });
		return { id: stored.id, rank: place };
	}
});
