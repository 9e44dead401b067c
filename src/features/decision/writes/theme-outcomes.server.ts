import {
	chooseTheme,
	letGoTheme,
	parkTheme,
	takeBackTheme,
	unchooseTheme,
	unparkTheme
} from '#features/clarity/writes/themes.server.ts';
import { MOST_OPEN_THEMES } from '#features/clarity/rules/seats.ts';
import { refuseConflict } from '#kernel/refusal.ts';
import type { Context } from '#server/perform.ts';
import type { Outcome } from '../rules/outcomes.ts';
import * as store from '../store.server.ts';

/** Changes that a decision makes to its theme, through clarity's own writes. */

/** State of a theme after its decision was withdrawn. */
export type After = 'as-before' | 'rests' | 'left-alone';

/**
 * Requires a theme that has not ended.
 * @throws Refusal `themes.ended` when it was let go or chosen
 */
export function requireNotEnded(theme: store.ThemeRow): void {
	if (theme.letGoAt === null && theme.chosenAt === null) return;
	throw refuseConflict(
		'themes.ended',
		theme.letGoAt === null
			? 'You chose this theme. Nothing was changed. To decide again, restore the theme in Clarity first.'
			: 'You let go of this theme. Nothing was changed. To decide again, restore the theme first.'
	);
}

/** Applies an outcome: parks the theme, lets it go, chooses it, or leaves it as it is. */
export async function followOutcome(
	context: Context,
	themeId: string,
	outcome: Outcome,
	lookAgainOn: string
): Promise<void> {
	if (outcome === 'park') await parkTheme(context, { id: themeId, lookAgainOn });
	if (outcome === 'let-go') await letGoTheme(context, { id: themeId });
	if (outcome === 'pursue') await chooseTheme(context, { id: themeId });
}

/** Reverts what a decision did to its theme, unless the theme was changed since. */
export async function undoOutcome(
	context: Context,
	decision: store.StoredDecision,
	theme: store.ThemeRow
): Promise<After> {
	const { seat = null, lookAgainOn = null, at } = decision.evidence?.before ?? {};
	const { id } = theme;
	if (decision.outcome === 'let-go' || decision.outcome === 'pursue') {
		const [endedAt, back] =
			decision.outcome === 'let-go'
				? [theme.letGoAt, takeBackTheme]
				: [theme.chosenAt, unchooseTheme];
		if (endedAt !== (at ?? decision.decidedAt)) return 'left-alone';
		const taken = await back(context, { id, seat });
		return taken.seat === seat ? 'as-before' : 'rests';
	}
	if (decision.outcome !== 'park') return 'left-alone';
	const stillRests = theme.parkedAt !== null && theme.lookAgainOn === decision.lookAgainOn;
	if (!stillRests || theme.letGoAt !== null || theme.chosenAt !== null) return 'left-alone';
	if (seat === null) {
		await parkTheme(context, { id, lookAgainOn });
		return 'as-before';
	}
	const seats = (await store.themes(context.scope)).filter((each) => each.seat !== null);
	if (seats.length >= MOST_OPEN_THEMES) return 'rests';
	await unparkTheme(context, { id, seat });
	return 'as-before';
}
