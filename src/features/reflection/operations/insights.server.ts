import { z } from 'zod';
import { restoredAt } from '#kernel/clock.ts';
import { themeNamed } from '#features/clarity/reads/theme.server.ts';
import { exampleId, instant } from '#method/field-schemas.ts';
import { undoneBy, type UndoStep } from '#kernel/operation.ts';
import { oneIn, otherBody } from '#kernel/refusal.ts';
import { openThemes } from '#features/clarity/reads/readiness.server.ts';
import { criteria } from '#features/clarity/reads/self.server.ts';
import { asColumns } from '#server/db/as-columns.ts';
import { operation } from '#server/perform.ts';
import type { Scope } from '#server/scope.server.ts';
import { entryToChange, heldInterview } from '../reads/held-interview.server.ts';
import { USUAL_STRENGTH } from '../rules/labels.ts';
import { aspect, heard, id, insight, insightInput, stance, strength } from '../schemas.ts';
import * as store from '../store.server.ts';
import { insightText } from '../rules/insight.ts';
import { toInsightView } from '../reads/insights.server.ts';

/** Id of the interview's own theme or of another open one. @throws Refusal `theme.missing` */
async function themeFor(scope: Scope, own: string, wanted: string | undefined): Promise<string> {
	if (!wanted || wanted === own) return own;
	return oneIn(await openThemes(scope), wanted, 'theme').id;
}

/** Id of a restored insight's theme, open or not. @throws Refusal `theme.missing` */
async function restoredTheme(scope: Scope, wanted: string): Promise<string> {
	return (await themeNamed(scope, wanted)).id;
}

/** Id of a criterion, or null. @throws Refusal `criterion.missing` */
async function criterionFor(
	scope: Scope,
	wanted: string | null | undefined
): Promise<string | null> {
	return wanted ? oneIn(await criteria(scope), wanted, 'criterion').id : null;
}

async function insightToChange(
	scope: Scope,
	asked: { id: string; changedAt?: string | undefined }
) {
	return entryToChange(scope, 'insight', await store.insightOf(scope, asked.id), asked.changedAt);
}

const parts = ['text', 'words', 'aspect', 'stance', 'strength', 'criterionId', 'themeId'] as const;

/** The parts of an insight that can be changed. */
const restorable = insight.omit({ interviewId: true, learnedAt: true, changedAt: true });

function saysTheSame(one: store.InsightRow, other: store.InsightRow): boolean {
	return one.interviewId === other.interviewId && parts.every((part) => one[part] === other[part]);
}

/**
 * Adds an insight from a talk (method 7). The output of `insights.remove` restores one.
 * @param text in the explorer's words;
 * @param words the partner's own; one of them is required
 * @param themeId the interview's own when left out; another one must be open, unless an undo
 * restores the insight
 * @param strength 1 weak to 3 strong, 2 when left out
 * @param learnedAt original instant, given only when an undo restores it
 * @refuses `interview.missing`, `interviews.closed`, `reflection.not-held`, `insights.empty`,
 * `theme.missing`, `criterion.missing`, `insight.other-body`
 */
export const addInsight = operation({
	name: 'insights.add',
	http: { verb: 'POST', path: '/interviews/{interviewId}/insights' },
	summary: 'Add an insight from a conversation',
	effect: 'write',
	input: z.object({
		interviewId: id,
		id: id.optional(),
		text: insightInput.default(''),
		words: insightInput.default(''),
		aspect,
		stance,
		strength: strength.default(USUAL_STRENGTH),
		criterionId: id.nullable().optional(),
		themeId: id.optional(),
		heard: heard.default('new'),
		heardBeforeAt: instant.nullable().optional(),
		learnedAt: instant.optional()
	}),
	output: insight,
	example: {
		interviewId: exampleId,
		words: 'Nobody books an hour to cry.',
		aspect: 'day-to-day',
		stance: 'for',
		strength: 3
	},
	said: 'Insight added',
	undo: ({ id: insightId, changedAt }): UndoStep =>
		undoneBy(removeInsight, { id: insightId, changedAt }),
	run: async ({ scope, now, record, newId }, input) => {
		const thread = await heldInterview(scope, input.interviewId);
		const added: store.InsightRow = {
			...insightText(input),
			id: input.id ?? newId(),
			interviewId: thread.id,
			themeId:
				input.learnedAt && input.themeId
					? await restoredTheme(scope, input.themeId)
					: await themeFor(scope, thread.themeId, input.themeId),
			aspect: input.aspect,
			stance: input.stance,
			strength: input.strength,
			criterionId: await criterionFor(scope, input.criterionId),
			heardBeforeAt: input.heard === 'before' ? restoredAt(input.heardBeforeAt, now) : null,
			learnedAt: restoredAt(input.learnedAt, now),
			changedAt: now
		};
		const known = await store.insightOf(scope, added.id);
		if (known) {
			if (saysTheSame(known, added)) return toInsightView(known);
			throw otherBody('insight');
		}
		await store.addInsight(scope, asColumns(added));
		record({ verb: 'insights.added', about: { kind: 'insight', id: added.id } });
		return toInsightView(added);
	}
});

/**
 * Changes an insight; parts left out stay unchanged.
 * @param changedAt expected time of the last change; left out, it is not checked
 * @returns the insight, and its former state
 * @refuses `insight.missing`, `interviews.closed`, `reflection.not-held`, `insights.empty`,
 * `insights.changed-since`, `theme.missing`, `criterion.missing`
 */
export const changeInsight = operation({
	name: 'insights.change',
	http: { verb: 'PATCH', path: '/insights/{id}' },
	summary: 'Edit an insight',
	effect: 'write',
	input: z.object({
		id,
		text: insightInput.optional(),
		words: insightInput.optional(),
		aspect: aspect.optional(),
		stance: stance.optional(),
		strength: strength.optional(),
		criterionId: id.nullable().optional(),
		themeId: id.optional(),
		heard: heard.optional(),
		heardBeforeAt: instant.nullable().optional(),
		changedAt: z.string().max(40).optional(),
		/** an undo restores it: its theme need not be open */
		putBack: z.literal('yes').optional()
	}),
	output: insight.extend({ was: insight }),
	example: { id: exampleId, stance: 'against', strength: 2 },
	said: 'Saved',
	undo: ({ was, changedAt }): UndoStep =>
		undoneBy(changeInsight, { ...restorable.parse(was), changedAt, putBack: 'yes' }),
	run: async ({ scope, now, record }, input) => {
		const { stored, thread } = await insightToChange(scope, input);
		const text = { text: input.text ?? stored.text, words: input.words ?? stored.words };
		const before = stored.heardBeforeAt ?? restoredAt(input.heardBeforeAt, now);
		const changed: store.InsightRow = {
			...stored,
			...insightText(text),
			aspect: input.aspect ?? stored.aspect,
			stance: input.stance ?? stored.stance,
			strength: input.strength ?? stored.strength,
			criterionId:
				input.criterionId === undefined || input.criterionId === stored.criterionId
					? stored.criterionId
					: await criterionFor(scope, input.criterionId),
			themeId:
				input.themeId === undefined || input.themeId === stored.themeId
					? stored.themeId
					: input.putBack
						? await restoredTheme(scope, input.themeId)
						: await themeFor(scope, thread.themeId, input.themeId),
			heardBeforeAt: input.heard === undefined ? stored.heardBeforeAt : null,
			changedAt: now
		};
		if (input.heard === 'before') changed.heardBeforeAt = before;
		await store.changeInsight(scope, stored.id, asColumns(changed));
		record({ verb: 'insights.changed', about: { kind: 'insight', id: stored.id } });
		return { ...toInsightView(changed), was: toInsightView(stored) };
	}
});

/**
 * Deletes an insight. `insights.add` with the output restores it.
 * @param changedAt expected time of the last change; left out, it is not checked
 * @returns the deleted insight
 * @refuses `insight.missing`, `interviews.closed`, `reflection.not-held`, `insights.changed-since`
 */
export const removeInsight = operation({
	name: 'insights.remove',
	http: { verb: 'DELETE', path: '/insights/{id}' },
	summary: 'Delete an insight',
	effect: 'write',
	input: z.object({ id, changedAt: z.string().max(40).optional() }),
	output: insight,
	example: { id: exampleId },
	said: 'Deleted',
	undo: (gone) =>
		undoneBy(addInsight, {
			...restorable.parse(gone),
			interviewId: gone.interviewId,
			learnedAt: gone.learnedAt
		}),
	run: async ({ scope, record }, input) => {
		const { stored } = await insightToChange(scope, input);
		await store.removeInsight(scope, stored.id);
		record({ verb: 'insights.removed', about: { kind: 'insight', id: stored.id } });
		return toInsightView(stored);
	}
});
