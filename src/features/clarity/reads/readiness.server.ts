import type { Instant } from '#kernel/clock.ts';
import type { Scope } from '#server/scope.server.ts';
import type { SoftAnswers, ThemeFacts } from '../rules/readiness-facts.ts';
import { readiness, type Readiness } from '../rules/readiness.ts';
import type { OpenTheme } from '../shapes.ts';
import * as store from '../store.server.ts';

export interface ReadinessNow extends Readiness {
	/** the verdict's answer, or the explorer's own override */
	outreachIsOpen: boolean;
	/** why the explorer asks all the same, while that stands */
	override: { reason: string; saidAt: Instant } | null;
}

/** What the check read beside its verdict, for the page that shows all of it. */
export interface ReadinessReading {
	readiness: ReadinessNow;
	themes: store.ThemeRow[];
	answers: store.AnswersRow | undefined;
	noDealBreakerSince: Instant | null;
}

/** Reads what the check needs in three small statements. */
export async function readReadiness(scope: Scope, now: Instant): Promise<ReadinessReading> {
	const [themes, figures, answers] = await Promise.all([
		store.livingThemes(scope),
		store.readinessFigures(scope),
		store.newestAnswers(scope)
	]);
	const seated = themes.flatMap(seatedOnly);
	const verdict = readiness({
		themes: seated,
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
		answers: answers && softAnswers(answers),
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
 * The readiness check as it stands (method.md 1): verdict, reasons, one next task, and whether
 * outreach is open, by the verdict or by a standing override.
 */
export async function readinessOf(scope: Scope, now: Instant): Promise<ReadinessNow> {
	return (await readReadiness(scope, now)).readiness;
}

/** Whether one may ask people now: by the verdict, or by an override with a reason. */
export async function outreachIsOpen(scope: Scope, now: Instant): Promise<boolean> {
	return (await readinessOf(scope, now)).outreachIsOpen;
}

/** The one to three open themes with what they say, the top theme first. */
export function openThemes(scope: Scope): Promise<OpenTheme[]> {
	return store.seatedThemes(scope);
}

function seatedOnly(theme: store.ThemeRow): ThemeFacts[] {
	const { id, title, activity, setting, pull, seat } = theme;
	return seat === null ? [] : [{ id, title, activity, setting, pull, seat }];
}

function softAnswers({ answered_at: answeredAt, ...answers }: store.AnswersRow): SoftAnswers {
	const { clarity, satisfaction, fear, pressure, confidence } = answers;
	return { clarity, satisfaction, fear, pressure, confidence, answeredAt };
}
