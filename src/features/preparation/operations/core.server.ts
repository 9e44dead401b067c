import { z } from 'zod';
import { undoneBy, type UndoStep } from '#kernel/operation.ts';
import { themeNamed } from '#features/clarity/reads/theme.server.ts';
import { exampleId } from '#method/field-schemas.ts';
import { operation } from '#server/perform.ts';
import { requireUnchanged } from '../writes/changed-since.server.ts';
import { coreRows } from '../reads/questions.server.ts';
import { coreCodes, defaultWording } from '../rules/core-questions.ts';
import { coreCode, id, questionTyped } from '../schemas.ts';
import * as store from '../store.server.ts';

/**
 * Rewords a core question for a theme: briefs of future talks get the new wording, those of talks
 * held keep what was asked (method 5). The default wording ends the theme's own.
 * @param was expected current text; left out, it is not checked
 * @returns its current and its former wording
 * @refuses `theme.missing`, `preparation.changed-since`
 */
export const rewordCore = operation({
	name: 'questions.rewordCore',
	http: { verb: 'PUT', path: '/themes/{themeId}/core-questions/{code}' },
	summary: 'Edit a core question, which is the same for every partner of a theme',
	effect: 'write',
	input: z.object({
		themeId: id,
		code: coreCode,
		text: questionTyped,
		was: questionTyped.optional()
	}),
	output: z.object({ themeId: z.string(), code: coreCode, text: z.string(), was: z.string() }),
	example: {
		themeId: exampleId,
		code: 'days',
		text: 'What did the last closing week look like, day by day?'
	},
	said: ({ text, was }) =>
		text === was ? undefined : 'Saved for all coming conversations about this theme',
	undo: ({ themeId, code, text, was }): UndoStep =>
		undoneBy(rewordCore, { themeId, code, text: was, was: text }),
	run: async ({ scope, now, record, newId }, { themeId, code, text, was }) => {
		await themeNamed(scope, themeId);
		const stored = (await store.coreWording(scope, themeId))[code] ?? defaultWording[code];
		requireUnchanged(stored, was);
		if (stored === text) return { themeId, code, text, was: stored };
		for (const held of await store.heldWithoutRows(scope, themeId)) {
			const topic = { interviewId: held.id, themeId, channel: held.channel };
			await store.addQuestions(scope, held.id, await coreRows(scope, topic), now);
		}
		await store.removeWording(scope, themeId, code);
		if (text !== defaultWording[code]) {
			const rank = coreCodes.indexOf(code) + 1;
			await store.addWording(scope, {
				id: newId(),
				theme_id: themeId,
				about: code,
				text,
				rank,
				added_at: now
			});
		}
		await store.rewordAhead(scope, themeId, code, text, now);
		record({ verb: 'questions.reworded', about: { kind: 'theme', id: themeId } });
		return { themeId, code, text, was: stored };
	}
});
