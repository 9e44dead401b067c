import type { Instant } from '#kernel/clock.ts';
import { insightScore, MIDDLE_SCORE } from '#features/reflection/rules/insight-score.ts';
import type { Stance, Strength } from '#features/reflection/rules/labels.ts';
import { estimate, addScore, talkScores, type Estimate, type TalkScores } from './evidence.ts';

/** An insight as input of the weighing. */
export interface Insight {
	interviewId: string;
	themeId: string;
	criterionId: string | null;
	stance: Stance;
	strength: Strength;
	words: string;
	text: string;
	/** when it was marked as heard before about this theme; null when new */
	heardBeforeAt: string | null;
}

/** A held talk and its theme. */
export interface HeldTalk {
	interviewId: string;
	themeId: string;
	heldAt: Instant;
}

/** The insights about one theme and one criterion. */
export interface Cell {
	for: number;
	between: number;
	against: number;
	estimate: Estimate;
	/** the strongest insight, in the partner's own words where those are noted */
	strongest: Insight | null;
	/** number of talks with something against it, and the strongest insight against it */
	heardAgainst: number;
	strongestAgainst: Insight | null;
}

interface Quoted {
	insight: Insight;
	/** distance of the score from the middle, 0 to 2 */
	distance: number;
	at: Instant;
}

/** A cell under construction. */
export interface Filling {
	counts: Record<Stance, number>;
	given: TalkScores<HeldTalk>;
	strongest: Quoted | null;
	against: Set<HeldTalk>;
	strongestAgainst: Quoted | null;
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

/** Order of strength: the partner's own words, then the greater distance, then the newer. */
function isStronger(one: Quoted, other: Quoted | null): boolean {
	if (!other) return true;
	const spoken = one.insight.words !== '';
	if (spoken !== (other.insight.words !== '')) return spoken;
	if (one.distance !== other.distance) return one.distance > other.distance;
	return one.at > other.at;
}

/** Adds an insight of a talk to its cell. */
export function addToCell(cell: Filling, insight: Insight, talk: HeldTalk): void {
	const { stance, strength } = insight;
	const score = insightScore(stance, strength);
	const quoted = { insight, distance: Math.abs(score - MIDDLE_SCORE), at: talk.heldAt };
	cell.counts[stance] += 1;
	addScore(cell.given, talk, score);
	if (isStronger(quoted, cell.strongest)) cell.strongest = quoted;
	if (stance !== 'against') return;
	cell.against.add(talk);
	if (isStronger(quoted, cell.strongestAgainst)) cell.strongestAgainst = quoted;
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
