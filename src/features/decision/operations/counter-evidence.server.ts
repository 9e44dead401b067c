import { z } from 'zod';
import { restoredAt } from '#kernel/clock.ts';
import { undoneBy, type UndoStep } from '#kernel/operation.ts';
import { oneIn, refuseConflict } from '#kernel/refusal.ts';
import { exampleId, instant } from '#method/field-schemas.ts';
import { operation } from '#server/perform.ts';
import type { Scope } from '#server/scope.server.ts';
import { counterText, id } from '../schemas.ts';
import * as store from '../store.server.ts';

const example = { themeId: exampleId };
/** Precondition: expected instant of the current text; empty when none is expected. */
const expectedAt = z.string().max(40).optional();

/** Finds a theme by id. @throws Refusal `theme.missing` */
export async function themeNamed(scope: Scope, themeId: string): Promise<store.ThemeRow> {
	return oneIn(await store.themes(scope), themeId, 'theme');
}

function requireUnchanged(writtenAt: string | undefined, expected: string | undefined): void {
	if (expected === undefined || expected === (writtenAt ?? '')) return;
	throw refuseConflict(
		'counterEvidence.changed-since',
		'This text was changed in the meantime, perhaps in another window. The newer text is safe, and yours was not saved. View the newer text, then edit it.',
		'text'
	);
}

/**
 * Stores the strongest evidence against a theme, which opens it for a decision (method.md 9).
 * @param writtenAt expected instant of the current text; left out, it is not checked
 * @returns the former text, empty for none
 * @refuses `theme.missing`, `counterEvidence.changed-since`
 */
export const writeCounterEvidence = operation({
	name: 'counterEvidence.write',
	http: { verb: 'PUT', path: '/themes/{themeId}/counter-evidence' },
	summary: 'Save the strongest evidence against a theme',
	effect: 'write',
	input: z.object({
		themeId: id,
		text: counterText,
		writtenAt: expectedAt,
		/** original instant, given only when an undo restores it */
		at: instant.optional()
	}),
	output: z.object({
		was: z.string(),
		/** when the former text was written, null for none */
		wasWrittenAt: z.string().nullable(),
		writtenAt: z.string()
	}),
	example: { ...example, text: 'Everyone I met has a second job.' },
	said: 'Saved. You can now decide about the theme',
	undo: ({ was, wasWrittenAt, writtenAt }, { themeId }): UndoStep =>
		wasWrittenAt
			? undoneBy(writeCounterEvidence, { themeId, text: was, writtenAt, at: wasWrittenAt })
			: undoneBy(removeCounterEvidence, { themeId, writtenAt }),
	run: async ({ scope, now, record }, { themeId, text, writtenAt, at: givenAt }) => {
		await themeNamed(scope, themeId);
		const stored = await store.counterEvidenceOf(scope, themeId);
		requireUnchanged(stored?.writtenAt, writtenAt);
		const wasWrittenAt = stored?.writtenAt ?? null;
		if (stored?.text === text) return { was: text, wasWrittenAt, writtenAt: stored.writtenAt };
		// A given instant is accepted only with the expected one: other clients compare `writtenAt`.
		const at = writtenAt === undefined ? now : restoredAt(givenAt, now);
		await store.writeCounterEvidence(scope, themeId, { text, written_at: at });
		record({ verb: 'counterEvidence.written', about: { kind: 'theme', id: themeId } });
		return { was: stored?.text ?? '', wasWrittenAt, writtenAt: at };
	}
});

/**
 * Deletes the evidence against a theme, which closes it for decisions; those made keep their copy.
 * @param writtenAt expected instant of the current text; left out, it is not checked
 * @refuses `theme.missing`, `counterEvidence.not-written`, `counterEvidence.changed-since`
 */
export const removeCounterEvidence = operation({
	name: 'counterEvidence.remove',
	http: { verb: 'DELETE', path: '/themes/{themeId}/counter-evidence' },
	summary: 'Delete the strongest evidence against a theme',
	effect: 'write',
	input: z.object({ themeId: id, writtenAt: expectedAt }),
	output: z.object({ was: z.string() }),
	example,
	run: async ({ scope, record }, { themeId, writtenAt }) => {
		await themeNamed(scope, themeId);
		const stored = await store.counterEvidenceOf(scope, themeId);
		if (!stored) {
			throw refuseConflict(
				'counterEvidence.not-written',
				'This theme has no evidence against it, so there is nothing to delete. Nothing was changed.'
			);
		}
		requireUnchanged(stored.writtenAt, writtenAt);
		await store.removeCounterEvidence(scope, themeId);
		record({ verb: 'counterEvidence.removed', about: { kind: 'theme', id: themeId } });
		return { was: stored.text };
	}
});
