import { z } from 'zod';
import { undoneBy, type UndoStep } from '#kernel/operation.ts';
import { missing } from '#kernel/refusal.ts';
import { workspaceOf } from '#features/account/reads/workspace.server.ts';
import { openInterview } from '#features/interviews/reads/interviews.server.ts';
import { usualMedium } from '#method/media.ts';
import { exampleId } from '#method/field-schemas.ts';
import { operation } from '#server/perform.ts';
import { requireUnchanged } from '../writes/changed-since.server.ts';
import { minutesOf, preparationOf } from '../reads/preparation.server.ts';
import { secondsAloud } from '../rules/read-aloud.ts';
import { draftScript as suggested } from '../rules/script-draft.ts';
import { id, scriptTyped } from '../schemas.ts';
import * as store from '../store.server.ts';

/**
 * Stores the script, how the talk begins (method 5). More than a minute is stored with a remark.
 * @param was expected current text; left out, it is not checked
 * @returns the text, the former one, and whole seconds aloud
 * @refuses `interview.missing`, `interviews.closed`, `preparation.changed-since`
 */
export const writeScript = operation({
	name: 'script.write',
	http: { verb: 'PUT', path: '/interviews/{interviewId}/script' },
	summary: 'Write the opening script',
	effect: 'write',
	input: z.object({ interviewId: id, text: scriptTyped, was: scriptTyped.optional() }),
	output: z.object({
		interviewId: z.string(),
		text: z.string(),
		was: z.string(),
		seconds: z.number()
	}),
	example: { interviewId: exampleId, text: 'I am Mara, and I have five questions.' },
	said: ({ text, was }) => (text === was ? undefined : 'Saved'),
	undo: ({ interviewId, text, was }): UndoStep =>
		undoneBy(writeScript, { interviewId, text: was, was: text }),
	run: async ({ scope, now, record }, { interviewId, text, was }) => {
		await openInterview(scope, interviewId);
		const stored = (await store.interviewContextOf(scope, interviewId))?.script ?? '';
		const seconds = secondsAloud(text);
		if (stored === text) return { interviewId, text, was: stored, seconds };
		requireUnchanged(stored, was);
		await store.writeBrief(scope, interviewId, { script: text }, now);
		record({ verb: 'script.written', about: { kind: 'interview', id: interviewId } });
		return { interviewId, text, was: stored, seconds };
	}
});

/**
 * Drafts a script from the profile's introduction, the theme, the "why you" source and the length;
 * nothing is saved.
 * @param text text in the field, saved or not
 * @returns the text and whole seconds aloud, 60 at most; `instead` is the text in the field, else
 * the saved one, so that no text is lost
 * @refuses `interview.missing`
 */
export const draftScript = operation({
	name: 'script.draft',
	http: { verb: 'POST', path: '/interviews/{interviewId}/script/draft' },
	summary: 'Create a draft of the opening script, without saving it',
	effect: 'draft',
	input: z.object({ interviewId: id, text: scriptTyped.optional() }),
	output: z.object({ text: z.string(), seconds: z.number(), instead: z.string() }),
	example: { interviewId: exampleId },
	run: async (context, { interviewId, text: inHand }) => {
		const { interviewContext, whyYou, research } = await preparationOf(context.scope, interviewId);
		if (!interviewContext) throw missing('interview');
		const { name, introduction } = await workspaceOf(context.scope);
		const text = suggested({
			partner: interviewContext.givenName || interviewContext.personName,
			me: name,
			introduction,
			theme: interviewContext.themeTitle,
			pull: interviewContext.themePull,
			whyYou: whyYou?.answers ?? '',
			minutes: minutesOf(interviewContext),
			medium: interviewContext.medium ?? usualMedium,
			questions: research.questions?.chosen ?? 0
		});
		return { text, seconds: secondsAloud(text), instead: inHand || interviewContext.script };
	}
});
