import { z } from 'zod';
import { undoneBy, type UndoStep } from '#kernel/operation.ts';
import { refuseConflict } from '#kernel/refusal.ts';
import { exampleId } from '#method/field-schemas.ts';
import { asColumns } from '#server/db/as-columns.ts';
import { operation, type Context } from '#server/perform.ts';
import { heldInterview } from '../reads/held-interview.server.ts';
import {
	answeredSteps,
	answerFields,
	debriefSteps,
	mayFinish,
	stepAfter
} from '../rules/debrief.ts';
import { answer, debrief, debriefStep, energy, id, type Debrief } from '../schemas.ts';
import * as store from '../store.server.ts';

const blank: Debrief = {
	surprised: '',
	energyBefore: null,
	energyAfter: null,
	liked: '',
	disliked: '',
	whoElse: '',
	askNext: '',
	changedAt: null,
	doneAt: null
};

/** Converts a row to its view; a debrief not begun is empty. */
export function toDebriefView(row: store.DebriefRow | undefined): Debrief {
	return row ? debrief.parse(row) : blank;
}

/** Whether the change would overwrite a different stored answer. */
function losesAnswer(
	stored: Debrief,
	written: { [Name in keyof Debrief]?: Debrief[Name] | undefined }
): boolean {
	return Object.entries(written).some(([name, value]) => {
		const stands = stored[name as keyof Debrief];
		return value !== undefined && stands !== null && stands !== '' && stands !== value;
	});
}

/** Whether this change marks the debrief as done. */
function finishedNow<Stored extends Pick<Debrief, 'doneAt' | 'changedAt'>>(
	stored: Stored
): stored is Stored & { doneAt: string } {
	return stored.doneAt !== null && stored.doneAt === stored.changedAt;
}

/** Marks a debrief as done. @throws Refusal `debrief.empty`, `debrief.done-already` */
async function finish({ scope, now, record }: Context, interviewId: string, stored: Debrief) {
	const refusal = mayFinish(answeredSteps(stored), stored.doneAt);
	if (refusal) throw refusal;
	await store.storeDebrief(scope, interviewId, { done_at: now }, now);
	record({ verb: 'debrief.finished', about: { kind: 'interview', id: interviewId } });
	return { interviewId, doneAt: now };
}

/**
 * Stores answers of a debrief (method 7); those left out stay unchanged.
 * @param energyBefore 1 none to 5 plenty; null deletes it
 * @param changedAt expected time of the last change, null if nothing was stored; prevents
 * overwriting newer answers
 * @param finish marks the debrief as done with this change; a debrief already done stays so
 * @returns the debrief, and the next question while it is not done
 * @refuses `interview.missing`, `interviews.closed`, `reflection.not-held`,
 * `debrief.changed-elsewhere`, `debrief.empty` when it would be done without an answer
 */
export const writeDebrief = operation({
	name: 'debrief.write',
	http: { verb: 'PUT', path: '/interviews/{interviewId}/debrief' },
	summary: 'Save answers of a debrief',
	effect: 'write',
	input: z.object({
		interviewId: id,
		surprised: answer.optional(),
		energyBefore: energy.nullable().optional(),
		energyAfter: energy.nullable().optional(),
		liked: answer.optional(),
		disliked: answer.optional(),
		whoElse: answer.optional(),
		askNext: answer.optional(),
		changedAt: z.string().max(40).nullable().optional(),
		finish: z.literal('yes').optional()
	}),
	output: debrief.extend({ interviewId: z.string(), next: debriefStep.nullable() }),
	example: { interviewId: exampleId, surprised: 'The corridor on Wednesdays', energyAfter: 4 },
	said: (done) => (finishedNow(done) ? 'Debrief finished. Your answers are saved' : undefined),
	undo: (done): UndoStep | undefined =>
		finishedNow(done)
			? undoneBy(reopenDebrief, { interviewId: done.interviewId, doneAt: done.doneAt })
			: undefined,
	run: async (context, { interviewId, changedAt, finish: done, ...written }) => {
		const { scope, now, record } = context;
		await heldInterview(scope, interviewId);
		const stored = await store.debriefOf(scope, interviewId);
		const current = toDebriefView(stored);
		const elsewhere = stored && changedAt !== undefined && changedAt !== stored.changedAt;
		if (elsewhere && losesAnswer(current, written)) {
			throw refuseConflict(
				'debrief.changed-elsewhere',
				'This debrief was changed in another window. Your text is still here. Copy your text, or save again to replace the newer answer.'
			);
		}
		await store.storeDebrief(scope, interviewId, asColumns(written), now);
		if (!stored) record({ verb: 'debrief.begun', about: { kind: 'interview', id: interviewId } });
		const after = toDebriefView(await store.debriefOf(scope, interviewId));
		const answered = answeredSteps(after);
		const step = debriefSteps.find((each) => written[answerFields[each]] !== undefined);
		const next = (!after.doneAt && step && stepAfter(step, answered)) || null;
		if (!done || after.doneAt) return { ...after, interviewId, next };
		return { ...after, ...(await finish(context, interviewId, after)), next: null };
	}
});

/**
 * Marks a debrief as done; one answer is enough, and answers can still be changed.
 * @refuses `interview.missing`, `interviews.closed`, `reflection.not-held`, `debrief.empty`,
 * `debrief.done-already`
 */
export const finishDebrief = operation({
	name: 'debrief.finish',
	http: { verb: 'POST', path: '/interviews/{interviewId}/debrief/finish' },
	summary: 'Finish a debrief',
	effect: 'write',
	input: z.object({ interviewId: id }),
	output: z.object({ interviewId: z.string(), doneAt: z.string() }),
	example: { interviewId: exampleId },
	run: async (context, { interviewId }) => {
		await heldInterview(context.scope, interviewId);
		const stored = toDebriefView(await store.debriefOf(context.scope, interviewId));
		return finish(context, interviewId, stored);
	}
});

/**
 * Marks a debrief as not done.
 * @param doneAt expected instant from `debrief.finish`; left out, it is not checked
 * @refuses `interview.missing`, `interviews.closed`, `reflection.not-held`, `debrief.not-done`
 */
export const reopenDebrief = operation({
	name: 'debrief.reopen',
	http: { verb: 'DELETE', path: '/interviews/{interviewId}/debrief/finish' },
	summary: 'Reopen a finished debrief',
	effect: 'write',
	input: z.object({ interviewId: id, doneAt: z.string().max(40).optional() }),
	output: z.object({ interviewId: z.string() }),
	example: { interviewId: exampleId },
	run: async ({ scope, now, record }, { interviewId, doneAt }) => {
		await heldInterview(scope, interviewId);
		const stored = await store.debriefOf(scope, interviewId);
		if (!stored?.doneAt || (doneAt && doneAt !== stored.doneAt)) {
			throw refuseConflict(
				'debrief.not-done',
				'This debrief is already open. Your answers are saved. Continue with any question.'
			);
		}
		await store.storeDebrief(scope, interviewId, { done_at: null }, now);
		record({ verb: 'debrief.reopened', about: { kind: 'interview', id: interviewId } });
		return { interviewId };
	}
});
