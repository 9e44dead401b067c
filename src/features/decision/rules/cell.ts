import type { Instant } from '#kernel/clock.ts';
import { insightScore, MIDDLE_SCORE } from '#features/reflection/rules/insight-score.ts';
import type { Stance, Strength } from '#features/reflection/rules/labels.ts';
import { estimate, give, talkScores, type Estimate, type Given } from './evidence.ts';

/** What the weighing needs of an insight. */
export interface Insight {
	interviewId: string;
	themeId: string;
	criterionId: string | null;
	stance: Stance;
	strength: Strength;
	words: string;
	text: string;
	/** when somebody else had said it about this theme before; null for what is new */
	heardBeforeAt: string | null;
}

/** A talk that was held, and what for. */
export interface HeldTalk {
	interviewId: string;
	themeId: string;
	heldAt: Instant;
}

/** What was heard of one theme on one criterion. */
export interface Cell {
	for: number;
	between: number;
	against: number;
	estimate: Estimate;
	/** what says most, in the partner's own words where they were kept */
	strongest: Insight | null;
	/** talks in which something was said against it, and what says most of that */
	heardAgainst: number;
	strongestAgainst: Insight | null;
}

interface Said {
	insight: Insight;
	/** 0 in the middle to 2 */
	distance: number;
	at: Instant;
}

/** A cell while it is being filled. */
export interface Filling {
	counts: Record<Stance, number>;
	given: Given<HeldTalk>;
	strongest: Said | null;
	against: Set<HeldTalk>;
	strongestAgainst: Said | null;
}

export function emptyCell(): Filling {
	return {
		counts: { for: 0, between: 0, against: 0 },
		given: new Map(),
		strongest: null,
		against: new Set(),
		strongestAgainst: null
	};
}

/** An insight says more with the partner's own words, then the stronger, then the newer it is. */
function saysMore(one: Said, other: Said | null): boolean {
	if (!other) return true;
	const spoken = one.insight.words !== '';
	if (spoken !== (other.insight.words !== '')) return spoken;
	if (one.distance !== other.distance) return one.distance > other.distance;
	return one.at > other.at;
}

/** Puts an insight of a talk into its cell. */
export function fill(cell: Filling, insight: Insight, talk: HeldTalk): void {
	const { stance, strength } = insight;
	const score = insightScore(stance, strength);
	const said = { insight, distance: Math.abs(score - MIDDLE_SCORE), at: talk.heldAt };
	cell.counts[stance] += 1;
	give(cell.given, talk, score);
	if (saysMore(said, cell.strongest)) cell.strongest = said;
	if (stance !== 'against') return;
	cell.against.add(talk);
	if (saysMore(said, cell.strongestAgainst)) cell.strongestAgainst = said;
}

export function filled({ counts, given, strongest, against, strongestAgainst }: Filling): Cell {
	return {
		...counts,
		estimate: estimate(talkScores(given)),
		strongest: strongest?.insight ?? null,
		heardAgainst: against.size,
		strongestAgainst: strongestAgainst?.insight ?? null
	};
}
