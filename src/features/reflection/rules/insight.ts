import { counted } from '#kernel/number-text.ts';
import { refuseInvalid } from '#kernel/refusal.ts';

/** Insights that make a talk rich; with fewer a theme looks saturated too early (method 8). */
export const RICH_TALK = 6;
/** Most characters of an insight and of its words [D]; an undo form carries both. */
export const LONGEST_INSIGHT = 300;

const quoteMarks = /^[\s"“”„«»]+|[\s"“”„«»]+$/gu;

/**
 * Normalizes an insight: one line each, the partner's words without quotation marks. Words without
 * a text are used as the text.
 * @throws Refusal `insights.empty` at `text`
 */
export function insightText(typed: { text?: string | undefined; words?: string | undefined }) {
	const words = (typed.words ?? '').replace(/\s+/g, ' ').replace(quoteMarks, '');
	const text = (typed.text ?? '').replace(/\s+/g, ' ').trim() || words;
	if (text === '') {
		throw refuseInvalid(
			'insights.empty',
			'Write one thing that they taught you, in their own words if possible.',
			'text'
		);
	}
	return { text, words };
}

export type Richness = 'none' | 'shallow' | 'rich';

export function richnessOf(insights: number): Richness {
	if (insights === 0) return 'none';
	return insights < RICH_TALK ? 'shallow' : 'rich';
}

/** Richness of a talk as text: "7 insights, a rich conversation". @param insights number of insights */
export function richnessText(insights: number): string {
	const count = `${insights} ${insights === 1 ? 'insight' : 'insights'}`;
	if (richnessOf(insights) === 'rich') return `${count}, a rich conversation`;
	return insights === 0 ? 'No insights yet' : `${count} so far`;
}

/** Remark on a talk with few insights, once its debrief is done (method 8). */
export function shallowText(insights: number): string | undefined {
	if (richnessOf(insights) === 'rich') return undefined;
	const more = RICH_TALK - insights;
	return `A rich conversation brings ${RICH_TALK} insights or more. Read your notes once more: you may find ${counted(more, 'more insight')}. Add only what is true.`;
}
