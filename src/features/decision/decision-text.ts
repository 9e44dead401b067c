import { counted, figured, inWords, listed, sentenceCase } from '#kernel/number-text.ts';
import type { Day } from '#kernel/clock.ts';
import { shortDay } from '#method/local-text.ts';
import { ended } from '#method/wording.ts';
import { TALKS_FOR_VERDICT } from './rules/saturation.ts';
import type {
	Cell,
	Compared,
	DealBreaker,
	Decision,
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
			return `${lead.title} and ${second} have the same score.`;
		case 'too-close':
			return `${lead.title} is a little ahead, but the difference is too small to be sure.`;
		case 'likely':
			return `${lead.title} is ahead and will probably stay ahead.`;
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

/** "Eleven conversations, 74 insights. …" */
export function ledeOf(view: DecisionView): string {
	if (view.themes.length === 0) return 'Here you compare what people told you about each theme.';
	const without = withoutText(view);
	if (view.talks === 0) {
		const asked = without ? 'No conversation about your open themes yet' : 'No conversation yet';
		return `${asked}. Each conversation adds evidence.`;
	}
	const counts = `${sentenceCase(counted(view.talks, 'conversation'))}, ${counted(view.insights, 'insight')}${without}.`;
	if (view.lead) return `${counts} ${standing(view.lead)}`;
	if (view.criteria.length === 0) return `${counts} Add your criteria to compare your themes.`;
	if (view.speaking === 0) return `${counts} No insight is about one of your criteria yet.`;
	return view.themes.length === 1
		? `${counts} With one open theme, look at how much each conversation still adds.`
		: `${counts} Only one theme has evidence, so there is nothing to compare yet.`;
}

/** Heading of the next thing to learn. */
export function nextTitle(next: NextView): string {
	if (next.kind === 'enough') return `Decision about ${next.title}`;
	if (next.talks === 0) return `First conversation about ${next.title}`;
	return `One more conversation about ${next.title}`;
}

function nextReason(next: NextView): string {
	switch (next.kind) {
		case 'two-each':
			return 'Have two conversations about each theme before you compare your themes.';
		case 'worth':
			return 'This conversation could change the order of your themes the most.';
		case 'alone':
			return singleReason(next);
		case 'enough':
			return next.gains.length > 0
				? 'One more conversation is unlikely to change the order of your themes. First, write the strongest evidence against this theme.'
				: 'Your last conversations brought few new insights. First, write the strongest evidence against this theme.';
	}
}

/** Talks without insights do not count, so more than five may be needed. */
function singleReason({ talks, heard: { heard, talksLeft } }: NextView): string {
	if (heard === 'undefined') {
		return 'Your first three conversations brought no new insights, so you cannot tell yet whether you have heard enough.';
	}
	if (talksLeft === 0) return 'Your last conversations still brought many new insights.';
	return talks + talksLeft === TALKS_FOR_VERDICT
		? `After the ${ordinal(TALKS_FOR_VERDICT)} conversation, you can tell whether you have heard enough.`
		: `After ${counted(talksLeft, 'more conversation')} with insights, you can tell whether you have heard enough.`;
}

/** Reason for that step, and the criterion on which one more answer counts most. */
export function nextWhy(next: NextView): string {
	const reason = nextReason(next);
	if (next.criterion === null) return reason;
	return next.talks === 0
		? `${reason} Ask about this criterion first: ${next.criterion}.`
		: `${reason} Answers about this criterion would help most: ${next.criterion}.`;
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
	return `${sentenceCase(inWords(inRun))} new insights in the last two conversations, ${inWords(inBase)} in the first three${share}`;
}

/** Verdict and figures on saturation (method.md 8). */
export function heardText(heard: Heard): HeardText {
	const { talksLeft, silent } = heard;
	const which = silent > 0 ? ' with insights' : '';
	switch (heard.heard) {
		case 'nothing':
			return { tone: '', verdict: '', detail: 'No insights yet' };
		case 'too-early':
			return talksLeft === 1 && silent === 0
				? { tone: '', verdict: '', detail: 'You can tell after the fifth conversation' }
				: {
						tone: 'due',
						verdict: 'too early',
						detail: `${sentenceCase(counted(talksLeft, 'more conversation'))}${which} needed`
					};
		case 'undefined':
			return {
				tone: 'due',
				verdict: 'not clear yet',
				detail: 'The first three conversations brought no new insights'
			};
		case 'still-new':
			return { tone: 'due', verdict: 'still many new insights', detail: ratioText(heard) };
		case 'enough':
			return { tone: 'done', verdict: 'enough to compare', detail: ratioText(heard) };
		case 'strict':
			return { tone: 'done', verdict: 'enough by the strict measure', detail: ratioText(heard) };
	}
}

/** "One has no insights and does not count yet"; empty where every talk counts. */
export function silentText({ heard, silent }: Heard): string {
	if (heard === 'nothing' || silent === 0) return '';
	const has = silent === 1 ? 'has no insights and does' : 'have no insights and do';
	return `${sentenceCase(inWords(silent))} ${has} not count yet`;
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

/** "The chance that Technical writing is ahead of Magazine editing is 70 %. …" */
export function aheadText(lead: LeadView): string {
	return lead.others
		.map(
			({ title, chance }) =>
				`The chance that ${lead.title} is ahead of ${title} is ${inHundred(chance)} %.`
		)
		.join(' ');
}

/** Sentence on the two nearest weights that would flip the lead. */
export function flipText(lead: LeadView): string {
	const second = lead.others[0]?.title ?? '';
	if (lead.flips.length === 0) {
		return `No change to the weight of one criterion puts ${second} ahead.`;
	}
	const flips = lead.flips.slice(0, 2).map(({ criterion, weight, at }, index) => {
		const who = index === 0 ? `${second} moves ahead` : 'It also moves ahead';
		const side = at > weight ? 'above' : 'below';
		return percent(at) === percent(weight)
			? `${who} if the weight of “${criterion}” is slightly ${side} ${percent(weight)}.`
			: `${who} if the weight of “${criterion}” is ${side} ${percent(at)} (now ${percent(weight)}).`;
	});
	return flips.join(' ');
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

/** Number and duration of talks: "four conversations, 1 hour 20 minutes". */
export function tookText({ talks, timed, minutes }: Took): string {
	const held = counted(talks, 'conversation');
	if (timed === 0) return held;
	const which =
		timed < talks ? ` in the ${inWords(timed)} that ${timed === 1 ? 'was' : 'were'} timed` : '';
	return `${held}, ${duration(minutes)}${which}`;
}

/** "Saved, by your own estimate: 400 hours. A year of evening classes." */
export function sparedText({ hours, words }: { hours: number | null; words: string }): string {
	const saved = 'Saved, by your own estimate:';
	if (hours === null) return `${saved} ${ended(words)}`;
	const counted = `${figured(hours, 'hour')}.`;
	return words ? `${saved} ${counted} ${ended(words)}` : `${saved} ${counted}`;
}

/** "Four interviews about this theme are open. They stay open, whatever you decide." */
export function openText(open: number): string {
	const are = open === 1 ? 'is open. It stays open' : 'are open. They stay open';
	return `${sentenceCase(counted(open, 'interview'))} about this theme ${are}, whatever you decide.`;
}

/**
 * What stands about a theme in the list: the test that was decided on, what is missing, or that it
 * can be decided.
 * @param decided decisions that stand, of any theme
 */
export function themeStateText(
	{
		id,
		talks,
		counterEvidence,
		heard
	}: Pick<Compared, 'id' | 'talks' | 'counterEvidence' | 'heard'>,
	decided: readonly Pick<Decision, 'themeId' | 'outcome' | 'lookAgainOn'>[],
	today: Day
): string {
	const tested = decided.find(
		({ themeId, outcome }) => themeId === id && outcome === 'test-further'
	);
	if (tested) {
		const { lookAgainOn } = tested;
		const day = shortDay(lookAgainOn, today);
		return lookAgainOn > today ? `Testing further. Review on ${day}` : `Review due since ${day}`;
	}
	if (talks === 0) return 'No conversation yet';
	if (!counterEvidence) return 'Evidence against this theme is missing';
	if (heard.heard === 'nothing') return heardText(heard).detail;
	if (heard.heard !== 'too-early') return 'Ready for a decision';
	return `${sentenceCase(counted(heard.talksLeft, 'more conversation'))} recommended before you decide`;
}
