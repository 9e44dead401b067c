import { counted, figured, inWords, listed, sentenceCase } from '#kernel/number-text.ts';
import { ended } from '#method/wording.ts';
import { TALKS_FOR_VERDICT } from './rules/saturation.ts';
import type {
	Cell,
	DealBreaker,
	DecisionView,
	Heard,
	LeadView,
	NextView,
	Took
} from './schemas.ts';

/** Sentences for the figures of the Decide pages. */

/** A score with one decimal. */
export function points(score: number): string {
	return score.toFixed(1);
}

/** A share in whole percent, never 0 or 100, a certainty that few talks cannot give. */
export function inHundred(chance: number): number {
	return Math.min(99, Math.max(1, Math.round(chance * 100)));
}

export function percent(share: number): string {
	return `${Math.round(share * 100)} %`;
}

/** Sentence for how close the leading themes are. */
export function standing(lead: LeadView): string {
	const second = lead.others[0]?.title ?? '';
	switch (lead.closeness) {
		case 'level':
			return `${lead.title} and ${second} are level.`;
		case 'too-close':
			return `${lead.title} is a little ahead, and it is too close to call.`;
		case 'likely':
			return `${lead.title} is ahead, and that is likely to last.`;
		case 'clear':
			return `${lead.title} is clearly ahead.`;
	}
}

/** Most themes named in a sentence; further ones are counted. */
const MOST_NAMED = 2;

/** Clause ", without A and B": decided and parked themes that the counts leave out; empty for none. */
function withoutText({ themes, decided, resting, spared }: DecisionView): string {
	const open = new Set(themes.map(({ id }) => id));
	const titles = new Map([
		...decided.map(({ themeId, title }) => [themeId, title] as const),
		...resting.map(({ id, title }) => [id, title] as const),
		...spared.rows.flatMap(({ themeId, title, talks }) =>
			talks > 0 ? [[themeId, title] as const] : []
		)
	]);
	const left = [...titles].flatMap(([id, title]) => (open.has(id) ? [] : [title]));
	if (left.length === 0) return '';
	return left.length > MOST_NAMED
		? `, without ${inWords(left.length)} themes that are not open now`
		: `, without ${listed(left)}`;
}

/** "Eleven talks, 74 insights. …" */
export function ledeOf(view: DecisionView): string {
	if (view.themes.length === 0) return 'What you hear about each theme stands here side by side.';
	const without = withoutText(view);
	if (view.talks === 0) {
		const asked = without ? 'Nobody asked about what is open now' : 'Nobody asked yet';
		return `${asked}. The evidence grows with every talk.`;
	}
	const counts = `${sentenceCase(counted(view.talks, 'talk'))}, ${counted(view.insights, 'insight')}${without}.`;
	if (view.lead) return `${counts} ${standing(view.lead)}`;
	if (view.criteria.length === 0) return `${counts} Without criteria they cannot be weighed.`;
	if (view.speaking === 0) return `${counts} None of them speaks to a criterion yet.`;
	return view.themes.length === 1
		? `${counts} One theme alone is told by how much is still new.`
		: `${counts} Only one theme has evidence, so there is nothing to compare yet.`;
}

/** Heading of the next thing to learn. */
export function nextTitle(next: NextView): string {
	if (next.kind === 'enough') return `Decide about ${next.title}`;
	if (next.talks === 0) return `A first talk about ${next.title}`;
	return `One more talk about ${next.title}`;
}

function nextReason(next: NextView): string {
	switch (next.kind) {
		case 'two-each':
			return 'Two talks about each theme come first, evenly, before one theme can stand beside another.';
		case 'worth':
			return 'It could change the order more than any other talk.';
		case 'alone':
			return singleReason(next);
		case 'enough':
			return next.gains.length > 0
				? 'No single talk is likely to change the order any more. Begin with what speaks against it.'
				: 'The last talks brought little that was new. Begin with what speaks against it.';
	}
}

/** Talks without insights do not count, so more than five may be needed. */
function singleReason({ talks, heard: { heard, talksLeft } }: NextView): string {
	if (heard === 'undefined') {
		return 'The first three talks brought nothing that was new, so it cannot be told whether you have heard enough.';
	}
	if (talksLeft === 0) return 'The last talks still brought much that was new.';
	return talks + talksLeft === TALKS_FOR_VERDICT
		? `After the ${ordinal(TALKS_FOR_VERDICT)} talk it can be told whether you have heard enough.`
		: `After ${counted(talksLeft, 'more talk')} with insights it can be told whether you have heard enough.`;
}

/** Reason for that step, and the criterion on which one more answer counts most. */
export function nextWhy(next: NextView): string {
	const reason = nextReason(next);
	if (next.criterion === null) return reason;
	return next.talks === 0
		? `${reason} Ask about this first: ${next.criterion}.`
		: `${reason} What you hear about this would count most: ${next.criterion}.`;
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];

function ordinal(place: number): string {
	return ordinals[place - 1] ?? `${place}th`;
}

export interface HeardText {
	/** tone of the verdict: `done` or `due` */
	tone: '' | 'done' | 'due';
	verdict: string;
	/** figures behind the verdict */
	detail: string;
}

function ratioText({ inBase, inRun, ratio }: Heard): string {
	const share = ratio === null ? '' : `: ${percent(ratio)}`;
	return `${sentenceCase(inWords(inRun))} new in the last two talks, ${inWords(inBase)} in the first three${share}`;
}

/** Verdict and figures on saturation (method.md 8). */
export function heardText(heard: Heard): HeardText {
	const { talksLeft, silent } = heard;
	const more = silent > 0 ? 'more with insights' : 'more';
	switch (heard.heard) {
		case 'nothing':
			return { tone: '', verdict: '', detail: 'Nothing noted yet' };
		case 'too-early':
			return talksLeft === 1 && silent === 0
				? { tone: '', verdict: '', detail: 'Can be told after the fifth' }
				: {
						tone: 'due',
						verdict: 'too early',
						detail: `${sentenceCase(inWords(talksLeft))} ${more} before it can be told`
					};
		case 'undefined':
			return {
				tone: 'due',
				verdict: 'cannot be told',
				detail: 'The first three talks brought nothing that was new'
			};
		case 'still-new':
			return { tone: 'due', verdict: 'still new things', detail: ratioText(heard) };
		case 'enough':
			return { tone: 'done', verdict: 'enough to compare', detail: ratioText(heard) };
		case 'strict':
			return { tone: 'done', verdict: 'enough, strictly', detail: ratioText(heard) };
	}
}

/** "One of them without insights, which does not count yet"; empty where every talk counts. */
export function silentText({ heard, silent }: Heard): string {
	if (heard === 'nothing' || silent === 0) return '';
	const which = silent === 1 ? 'which does' : 'which do';
	return `${sentenceCase(inWords(silent))} of them without insights, ${which} not count yet`;
}

/** "3 for, 1 between" */
export function cellText(cell: Pick<Cell, 'for' | 'between' | 'against'>): string {
	const parts = (['for', 'between', 'against'] as const).flatMap((stance) =>
		cell[stance] > 0 ? [`${cell[stance]} ${stance}`] : []
	);
	return parts.join(', ');
}

const times = ['', 'once', 'twice', 'three times'];

/** "Deal-breaker heard twice: Steady income" */
export function dealBreakerText({ heard, criterion }: DealBreaker): string {
	return `Deal-breaker heard ${times[heard] ?? `${inWords(heard)} times`}: ${criterion}`;
}

/** "Technical writing comes out ahead of Magazine editing 70 times in 100, of School … 68." */
export function aheadText(lead: LeadView): string {
	const others = lead.others.map(
		({ title, chance }) => `of ${title} ${inHundred(chance)} times in 100`
	);
	return `${lead.title} comes out ahead ${listed(others)}.`;
}

/** Sentence on the two nearest weights that would flip the lead. */
export function flipText(lead: LeadView): string {
	const second = lead.others[0]?.title ?? '';
	if (lead.flips.length === 0) {
		return `No weight of a single criterion makes it fall behind ${second}.`;
	}
	const flips = lead.flips.slice(0, 2).map(({ criterion, weight, at }) => {
		const side = at > weight ? 'more' : 'less';
		return percent(at) === percent(weight)
			? `${criterion} weighs a little ${side} than ${percent(weight)}`
			: `${criterion} weighs ${side} than ${percent(at)} instead of ${percent(weight)}`;
	});
	return `It falls behind ${second} if ${flips.join(', or if ')}.`;
}

/** Minutes as text: "1 hour 20 minutes". */
export function duration(minutes: number): string {
	const [hours, left] = [Math.floor(minutes / 60), minutes % 60];
	const parts = [
		...(hours > 0 ? [figured(hours, 'hour')] : []),
		...(left > 0 || hours === 0 ? [figured(left, 'minute')] : [])
	];
	return parts.join(' ');
}

/** Number and duration of talks: "four talks, 1 hour 20 minutes". */
export function tookText({ talks, timed, minutes }: Took): string {
	const held = counted(talks, 'talk');
	if (timed === 0) return held;
	const which =
		timed < talks ? ` in the ${inWords(timed)} that ${timed === 1 ? 'was' : 'were'} timed` : '';
	return `${held}, ${duration(minutes)}${which}`;
}

/** "It spared 400 hours: A year of evening classes." */
export function sparedText({ hours, words }: { hours: number | null; words: string }): string {
	if (hours === null) return `It spared this: ${ended(words)}`;
	const counted = figured(hours, 'hour');
	return words ? `It spared ${counted}: ${ended(words)}` : `It spared ${counted}.`;
}

/** "Four interviews about it are open and go on, whatever you decide." */
export function openText(open: number): string {
	const are = open === 1 ? 'is open and goes on' : 'are open and go on';
	return `${sentenceCase(counted(open, 'interview'))} about it ${are}, whatever you decide.`;
}
