import type { Instant } from '#kernel/clock.ts';
import type { Scope } from '#server/scope.server.ts';
import { readiness } from '../rules/readiness.ts';
import type { OpenTheme, ReadinessNow } from '../schemas.ts';
import * as store from '../store.server.ts';

/** Reads the input of the readiness check in three statements. */
export async function readReadiness(scope: Scope, now: Instant) {
	const [themes, figures, answers] = await Promise.all([
		store.activeThemes(scope),
		store.readinessFigures(scope),
		store.newestAnswers(scope)
	]);
	const verdict = readiness({
		themes: themes.flatMap(({ seat, ...theme }) => (seat === null ? [] : [{ ...theme, seat }])),
		parkedCount: themes.filter((theme) => theme.parked_at !== null).length,
		otherOptions: figures.options,
		interests: figures.interests,
		strengths: figures.strengths,
		values: figures.values,
		criteria: {
			count: figures.criteria,
			dealBreakers: figures.dealBreakers,
			dealBreakersConsidered: figures.noDealBreakerSince !== null
		},
		answers,
		topSince: themes.find((theme) => theme.seat === 1)?.top_since ?? undefined,
		now
	});
	const override =
		figures.askingReason !== null && figures.askingSince !== null
			? { reason: figures.askingReason, saidAt: figures.askingSince }
			: null;
	return {
		readiness: {
			...verdict,
			outreachIsOpen: verdict.outreach === 'open' || override !== null,
			override
		},
		themes,
		answers,
		noDealBreakerSince: figures.noDealBreakerSince
	};
}

/**
 * Runs the readiness check (method.md 1): verdict, reasons, one next task, and whether outreach is
 * open, by the verdict or by an override.
 */
export async function readinessOf(scope: Scope, now: Instant): Promise<ReadinessNow> {
	return (await readReadiness(scope, now)).readiness;
}

/** Whether outreach is open, by the verdict or by an override with a reason. */
export async function outreachIsOpen(scope: Scope, now: Instant): Promise<boolean> {
	return (await readinessOf(scope, now)).outreachIsOpen;
}

/** The one to three open themes with what they say, the top theme first. */
export function openThemes(scope: Scope): Promise<OpenTheme[]> {
	return store.seatedThemes(scope);
}
