import { z } from 'zod';
import { restoredAt } from '#kernel/clock.ts';
import { undoneBy, type UndoStep } from '#kernel/operation.ts';
import { oneIn } from '#kernel/refusal.ts';
import { exampleId, instant } from '#method/field-schemas.ts';
import { openInterview } from '#features/interviews/reads/interviews.server.ts';
import { operation, type Context } from '#server/perform.ts';
import { requireUnchanged } from '../writes/changed-since.server.ts';
import { id, useTyped } from '../schemas.ts';
import * as store from '../store.server.ts';

const input = z.object({ interviewId: id, strengthId: id });
const output = z.object({ interviewId: z.string(), strengthId: z.string(), text: z.string() });
const example = { interviewId: exampleId, strengthId: exampleId };

async function strengthIn({ scope }: Context, asked: z.output<typeof input>) {
	await openInterview(scope, asked.interviewId);
	const strengths = await store.strengthsFor(scope, asked.interviewId);
	return oneIn(strengths, asked.strengthId, 'strength');
}

/**
 * Chooses a strength from Clarity for this talk (method 5).
 * @refuses `interview.missing`, `strength.missing`, `interviews.closed`
 */
export const chooseStrength = operation({
	name: 'strengths.choose',
	http: { verb: 'POST', path: '/interviews/{interviewId}/strengths/{strengthId}' },
	summary: 'Choose a strength for a conversation',
	effect: 'write',
	input: input.extend({
		/** original instant, given only when an undo restores it */ chosenAt: instant.optional()
	}),
	output: output.extend({ chosenAt: z.string() }),
	example,
	said: ({ text }) => `${text}: chosen for this conversation`,
	undo: ({ interviewId, strengthId, chosenAt }): UndoStep =>
		undoneBy(unchooseStrength, { interviewId, strengthId, chosenAt }),
	run: async (context, { chosenAt: givenAt, ...asked }) => {
		const { text, chosenAt: before } = await strengthIn(context, asked);
		const chosenAt = before ?? restoredAt(givenAt, context.now);
		if (!before) {
			const { interviewId, strengthId } = asked;
			await store.chooseStrength(context.scope, interviewId, strengthId, chosenAt);
			context.record({ verb: 'strengths.chosen', about: { kind: 'interview', id: interviewId } });
		}
		return { ...asked, text, chosenAt };
	}
});

/**
 * Removes a strength from this talk; it stays in Clarity.
 * @param chosenAt expected instant of the choice; left out, it is not checked
 * @refuses `interview.missing`, `strength.missing`, `interviews.closed`,
 * `preparation.changed-since`
 */
export const unchooseStrength = operation({
	name: 'strengths.unchoose',
	http: { verb: 'DELETE', path: '/interviews/{interviewId}/strengths/{strengthId}' },
	summary: 'Remove a strength from a conversation',
	effect: 'write',
	input: input.extend({ chosenAt: z.string().max(40).optional() }),
	output: output.extend({ chosenAt: z.string().nullable() }),
	example,
	said: ({ text }) => `${text}: removed from this conversation`,
	undo: ({ interviewId, strengthId, chosenAt }) =>
		undoneBy(chooseStrength, { interviewId, strengthId, chosenAt: chosenAt ?? undefined }),
	run: async (context, { chosenAt: seenAt, ...asked }) => {
		const { text, chosenAt } = await strengthIn(context, asked);
		requireUnchanged(chosenAt ?? '', seenAt, 'chosenAt');
		if (chosenAt) {
			const { interviewId, strengthId } = asked;
			await store.unchooseStrength(context.scope, interviewId, strengthId);
			context.record({ verb: 'strengths.left-out', about: { kind: 'interview', id: interviewId } });
		}
		return { ...asked, text, chosenAt };
	}
});

/**
 * Stores how the strengths are used in the talk (method 5).
 * @param was expected current text; left out, it is not checked
 * @returns the text, and the former one
 * @refuses `interview.missing`, `interviews.closed`, `preparation.changed-since`
 */
export const useStrengths = operation({
	name: 'strengths.use',
	http: { verb: 'PUT', path: '/interviews/{interviewId}/strengths' },
	summary: 'Write how you will use your strengths in a conversation',
	effect: 'write',
	input: z.object({ interviewId: id, text: useTyped, was: useTyped.optional() }),
	output: z.object({ interviewId: z.string(), text: z.string(), was: z.string() }),
	example: { interviewId: exampleId, text: 'Leave silence after the second question' },
	said: ({ text, was }) => (text === was ? undefined : 'Saved'),
	undo: ({ interviewId, text, was }): UndoStep =>
		undoneBy(useStrengths, { interviewId, text: was, was: text }),
	run: async ({ scope, now, record }, { interviewId, text, was }) => {
		await openInterview(scope, interviewId);
		const stored = (await store.interviewContextOf(scope, interviewId))?.strengthsUse ?? '';
		if (stored === text) return { interviewId, text, was: stored };
		requireUnchanged(stored, was);
		await store.writeBrief(scope, interviewId, { strengths_use: text }, now);
		record({ verb: 'strengths.use-said', about: { kind: 'interview', id: interviewId } });
		return { interviewId, text, was: stored };
	}
});
