import type { Instant } from '#kernel/clock.ts';
import { leadOf } from '../rules/lead.ts';
import { nextToLearn, type Next } from '../rules/learn-next.ts';
import type { Weighed } from '../rules/weighing.ts';
import { agreedTalk, countUnderWay, toHeardView } from './scores.server.ts';
import type { LeadView, NextView } from '../schemas.ts';
import { weighedOf, type Weighing } from './weighing.server.ts';

type Open = readonly { id: string; title: string }[];

function estimatesOf(theme: Weighed) {
	return theme.cells.map(({ estimate }) => estimate);
}

/** The lead among the open themes with talks. */
export function leadViewOf(weighing: Weighing, open: Open): LeadView | null {
	const contenders = open.flatMap(({ id }) => {
		const theme = weighedOf(weighing, id);
		const means = estimatesOf(theme).map(({ mean }) => mean);
		return theme.score ? [{ themeId: id, score: theme.score, means }] : [];
	});
	const lead = leadOf(weighing.weights, contenders);
	if (!lead) return null;
	const titles = new Map(open.map(({ id, title }) => [id, title]));
	const criterion = (index: number) => weighing.criteria[index]?.text ?? '';
	return {
		...lead,
		title: titles.get(lead.themeId) ?? '',
		others: lead.others.map(({ themeId, chance }) => ({
			title: titles.get(themeId) ?? '',
			chance
		})),
		flips: lead.flips.map((flip) => ({ ...flip, criterion: criterion(flip.criterion) }))
	};
}

/** With one theme there is no lead: its talks continue until saturation can be assessed. */
function nextAlone(theme: Weighed, next: Next): NextView['kind'] {
	if (next.kind === 'two-each') return 'two-each';
	const { heard } = theme.saturation;
	return heard === 'enough' || heard === 'strict' ? 'enough' : 'alone';
}

/**
 * What to learn next among the open themes, or the theme to decide about first when no further talk
 * is worth it.
 * @param leading id of the leading theme, if there is one
 */
export function nextViewOf(
	weighing: Weighing,
	open: Open,
	leading: string | undefined,
	now: Instant
): NextView | null {
	const learning = open.map(({ id }) => {
		const theme = weighedOf(weighing, id);
		return { themeId: id, talks: theme.talks.length, estimates: estimatesOf(theme) };
	});
	const next = nextToLearn(weighing.weights, learning);
	const themeId = next?.kind === 'enough' ? (leading ?? open[0]?.id) : next?.themeId;
	const chosen = open.find(({ id }) => id === themeId);
	if (!next || !chosen) return null;
	const theme = weighedOf(weighing, chosen.id);
	const criterion = next.kind === 'enough' ? null : next.criterion;
	return {
		kind: open.length === 1 ? nextAlone(theme, next) : next.kind,
		themeId: chosen.id,
		title: chosen.title,
		talks: theme.talks.length,
		criterion: criterion === null ? null : (weighing.criteria[criterion]?.text ?? null),
		agreed: agreedTalk(weighing.threads, chosen.id, now),
		underWay: countUnderWay(weighing.threads, chosen.id),
		heard: toHeardView(theme),
		gains:
			next.kind === 'two-each' || open.length === 1
				? []
				: next.gains.map(({ themeId, gain }) => ({
						title: open.find(({ id }) => id === themeId)?.title ?? '',
						gain
					}))
	};
}
