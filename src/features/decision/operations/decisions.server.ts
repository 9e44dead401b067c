import { z } from 'zod';
import { dayOf } from '#kernel/clock.ts';
import { undoneBy, type UndoStep } from '#kernel/operation.ts';
import { found, otherBody, refuseConflict, refuseInvalid } from '#kernel/refusal.ts';
import { exampleId } from '#method/field-schemas.ts';
import { workspaceOf } from '#features/account/reads/workspace.server.ts';
import { operation, type Context } from '#server/perform.ts';
import { evidenceOf } from '../reads/evidence.server.ts';
import { continuingText, outcomeText, withdrawnText } from '../rules/outcomes.ts';
import { requireCounterEvidence, requireSensibleDay } from '../rules/guards.ts';
import { countOpen } from '../reads/scores.server.ts';
import { day, id, outcome, reasons, rung, sparedHours, sparedText } from '../schemas.ts';
import * as store from '../store.server.ts';
import { followOutcome, requireNotEnded, undoOutcome } from '../writes/theme-outcomes.server.ts';
import { themeNamed } from './counter-evidence.server.ts';

const recorded = z.object({
	themeId: id,
	id: id.optional(),
	outcome,
	reasons,
	lookAgainOn: day,
	nextRung: rung.nullable().optional(),
	spared: sparedText.default(''),
	sparedHours: sparedHours.nullable().optional()
});
type Recorded = z.output<typeof recorded>;

/** The next rung: for the outcome `test-further` only, else null. */
function rungOf(input: Recorded): z.output<typeof rung> | null {
	return input.outcome === 'test-further' ? (input.nextRung ?? null) : null;
}

function isSame(stored: store.StoredDecision, input: Recorded): boolean {
	const parts = ['themeId', 'outcome', 'reasons', 'lookAgainOn', 'spared'] as const;
	return (
		parts.every((part) => stored[part] === input[part]) &&
		stored.nextRung === rungOf(input) &&
		stored.sparedHours === (input.sparedHours ?? null)
	);
}

/**
 * Records a decision about a theme with the evidence of today. The theme is parked, let go or
 * chosen accordingly; its interviews continue.
 * @param nextRung required for testing further, ignored otherwise
 * @param sparedHours the explorer's estimate of what finding out otherwise would have cost, in
 * hours
 * @returns the decision and the number of interviews about the theme that continue
 * @refuses `theme.missing`, `themes.ended`, `decisions.counter-evidence-missing`,
 * `decisions.rung-missing`, `decisions.look-again-past`, `decisions.look-again-far`,
 * `decision.other-body` when the id is known with other words
 */
export const recordDecision = operation({
	name: 'decisions.record',
	http: { verb: 'POST', path: '/themes/{themeId}/decisions' },
	summary: 'Record a decision about a theme, with its evidence',
	effect: 'write',
	input: recorded,
	output: z.object({
		id: z.string(),
		themeId: z.string(),
		title: z.string(),
		outcome,
		openInterviews: z.number()
	}),
	example: {
		themeId: exampleId,
		outcome: 'test-further',
		reasons: 'Three of four would do it again, and I have not seen a day of it yet.',
		lookAgainOn: '2027-02-21',
		nextRung: 'shadow',
		spared: 'A year of evening classes',
		sparedHours: 400
	},
	said: ({ title, outcome: concluded, openInterviews }) =>
		`${title}: ${outcomeText[concluded]}.${continuingText(openInterviews)}`,
	undo: ({ id: decisionId }): UndoStep => undoneBy(withdrawDecision, { id: decisionId }),
	run: async (context, input) => {
		const { scope, now, record, newId } = context;
		const theme = await themeNamed(scope, input.themeId);
		const { title } = theme;
		const decisionId = input.id ?? newId();
		const answer = async () => ({
			id: decisionId,
			themeId: theme.id,
			title,
			outcome: input.outcome,
			openInterviews: countOpen(await store.threads(scope), theme.id)
		});
		const known = await store.decisionOf(scope, decisionId);
		if (known) {
			if (isSame(known, input)) return answer();
			throw otherBody('decision');
		}
		requireNotEnded(theme);
		const against = requireCounterEvidence((await store.counterEvidenceOf(scope, theme.id))?.text);
		if (input.outcome === 'test-further' && !input.nextRung) {
			throw refuseInvalid(
				'decisions.rung-missing',
				'The next experiment is missing. Nothing was changed, and what you typed is still here. Choose the next experiment.',
				'nextRung'
			);
		}
		requireSensibleDay(input.lookAgainOn, dayOf(now, (await workspaceOf(scope)).zone));
		await store.addDecision(scope, {
			id: decisionId,
			theme_id: theme.id,
			outcome: input.outcome,
			reasons: input.reasons,
			evidence_against: against,
			evidence: JSON.stringify(await evidenceOf(scope, theme)),
			next_rung: rungOf(input),
			spared: input.spared,
			spared_hours: input.sparedHours ?? null,
			look_again_on: input.lookAgainOn,
			decided_at: now
		});
		await followOutcome(context, theme.id, input.outcome, input.lookAgainOn);
		record({ verb: 'decisions.recorded', about: { kind: 'decision', id: decisionId } });
		return answer();
	}
});

/** Requires the newest decision about its theme. @throws Refusal `decisions.decided-since` */
async function requireNewest({ scope }: Context, decision: store.StoredDecision): Promise<void> {
	const newer = (await store.decisions(scope)).some(
		(each) =>
			each.themeId === decision.themeId &&
			each.id !== decision.id &&
			each.decidedAt >= decision.decidedAt
	);
	if (!newer) return;
	throw refuseConflict(
		'decisions.decided-since',
		'There is a newer decision about this theme. Nothing was changed. Withdraw the newer decision first.'
	);
}

/**
 * Withdraws a decision; its text stays in the history. The change to its theme is reverted if that
 * is still the theme's state and a seat is free.
 * @returns the theme's state: `as-before`, `rests` when no seat is free, or `left-alone`
 * @refuses `decision.missing`, `decisions.withdrawn-before`, `decisions.decided-since`
 */
export const withdrawDecision = operation({
	name: 'decisions.withdraw',
	http: { verb: 'POST', path: '/decisions/{id}/withdrawal' },
	summary: 'Withdraw a decision and return the theme to its former state',
	effect: 'write',
	input: z.object({ id }),
	output: z.object({
		id: z.string(),
		themeId: z.string(),
		theme: z.enum(['as-before', 'rests', 'left-alone'])
	}),
	example: { id: exampleId },
	said: ({ theme }) => withdrawnText[theme],
	undo: ({ id: decisionId }): UndoStep => undoneBy(reinstateDecision, { id: decisionId }),
	run: async (context, input) => {
		const { scope, now, record } = context;
		const decision = found(await store.decisionOf(scope, input.id), 'decision');
		if (decision.withdrawnAt !== null) {
			throw refuseConflict(
				'decisions.withdrawn-before',
				'This decision is already withdrawn. Nothing was changed. You can make a new decision about the theme.'
			);
		}
		await requireNewest(context, decision);
		const theme = await undoOutcome(context, decision, await themeNamed(scope, decision.themeId));
		await store.changeDecision(scope, decision.id, { withdrawn_at: now });
		record({ verb: 'decisions.withdrawn', about: { kind: 'decision', id: decision.id } });
		return { id: decision.id, themeId: decision.themeId, theme };
	}
});

/**
 * Puts a withdrawn decision back in force and applies its outcome to the theme again.
 * @refuses `decision.missing`, `decisions.stands` when it was not withdrawn,
 * `decisions.decided-since`, `themes.ended`
 */
export const reinstateDecision = operation({
	name: 'decisions.reinstate',
	http: { verb: 'DELETE', path: '/decisions/{id}/withdrawal' },
	summary: 'Restore a withdrawn decision',
	effect: 'write',
	input: z.object({ id }),
	output: z.object({ id: z.string(), themeId: z.string() }),
	example: { id: exampleId },
	run: async (context, input) => {
		const { scope, now, record } = context;
		const decision = found(await store.decisionOf(scope, input.id), 'decision');
		if (decision.withdrawnAt === null) {
			throw refuseConflict(
				'decisions.stands',
				'This decision is not withdrawn, so there is nothing to restore. Nothing was changed.'
			);
		}
		await requireNewest(context, decision);
		const theme = await themeNamed(scope, decision.themeId);
		requireNotEnded(theme);
		const { seat, lookAgainOn } = theme;
		// The theme's state before, for the next withdrawal.
		const before = { seat, lookAgainOn, at: now };
		const evidence = decision.evidence && JSON.stringify({ ...decision.evidence, before });
		await store.changeDecision(scope, decision.id, {
			withdrawn_at: null,
			...(evidence ? { evidence } : {})
		});
		await followOutcome(context, decision.themeId, decision.outcome, decision.lookAgainOn);
		record({ verb: 'decisions.reinstated', about: { kind: 'decision', id: decision.id } });
		return { id: decision.id, themeId: decision.themeId };
	}
});
