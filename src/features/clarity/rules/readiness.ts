import { peopleAddress } from '#kernel/page-addresses.ts';
import { alternatives } from './alternatives.ts';
import type { Finding, FindingKind, NextTask, Reason } from './finding.ts';
import type { ReadinessFacts } from './readiness-facts.ts';
import { criteriaRanked, selfItems } from './self-items.ts';
import { counsellorTask, needsCounsellor, softWarnings } from './soft-answers.ts';
import { themesDescribed, themesNamed } from './theme-items.ts';
import { topTheme } from './top-theme.ts';
import type { ReadinessNow } from '../schemas.ts';

export type Verdict = ReadinessNow['verdict'];

/** Result of the readiness check, before any override. */
export type Readiness = Omit<ReadinessNow, 'outreachIsOpen' | 'override'>;

/** The verdict as a heading, and what it means for asking. */
export const verdictText: Record<Verdict, { name: string; sentence: string }> = {
	ready: { name: 'Ready', sentence: 'You know what you want to explore.' },
	almost: { name: 'Almost ready', sentence: 'You can contact people now.' },
	'too-soon': {
		name: 'A little too soon',
		sentence: 'Complete a few more steps before you contact people. They will not take long.'
	}
};

const helpFor: Record<Verdict, ReadinessNow['help']> = {
	ready: 'self',
	almost: 'brief',
	'too-soon': 'individual'
};
const reasonOrder: readonly FindingKind[] = ['done', 'missing', 'fails', 'warning'];

const findPeople: NextTask = {
	code: 'find-people',
	sentence: 'Some people in your address book may work in these fields.',
	action: 'Find someone to ask',
	anchor: peopleAddress()
};

/**
 * The readiness check (method 1). Too soon without an open theme, with more than five
 * alternatives, or with two hard items missing, whatever the warnings; almost with one hard item
 * missing or two warnings; else ready, so one warning alone stays ready.
 * @returns the verdict with its reasons and exactly one next task
 */
export function readiness(facts: ReadinessFacts): Readiness {
	const findings = findingsOf(facts);
	const verdict = verdictOf(facts.themes.length, findings);
	return {
		verdict,
		reasons: reasonsOf(findings),
		nextTask: nextTask(facts, verdict, findings),
		outreach: verdict === 'too-soon' ? 'closed' : 'open',
		suggestCounsellor: needsCounsellor(facts.answers),
		help: helpFor[verdict]
	};
}

function findingsOf(facts: ReadinessFacts): Finding[] {
	const top = facts.themes.length > 0;
	return [
		...hardItems(facts),
		...(top ? [topTheme(facts.themes.length, facts.topSince, facts.now)] : []),
		...softWarnings(facts.answers),
		alternatives(facts.parkedCount, facts.otherOptions)
	];
}

/**
 * The hard items of method 1, as many as it separates by semicolons, so four: the number of
 * themes, what each theme says, interests with strengths and values, criteria. Short of strengths
 * and of values is therefore one missing item, not two. Without a theme there is none to
 * describe, and the second item is left out.
 * @returns one finding per item, kind `done` or `missing`
 */
function hardItems(facts: ReadinessFacts): Finding[] {
	const described = facts.themes.length > 0 ? [themesDescribed(facts.themes)] : [];
	return [
		themesNamed(facts.themes.length),
		...described,
		selfItems(facts),
		criteriaRanked(facts.criteria)
	];
}

function verdictOf(openThemes: number, findings: readonly Finding[]): Verdict {
	const count = (kind: FindingKind): number =>
		findings.filter((finding) => finding.kind === kind).length;
	if (openThemes === 0 || count('fails') > 0 || count('missing') > 1) return 'too-soon';
	return count('missing') === 1 || count('warning') > 1 ? 'almost' : 'ready';
}

function reasonsOf(findings: readonly Finding[]): Reason[] {
	return reasonOrder.flatMap((kind) =>
		findings
			.filter((finding) => finding.kind === kind)
			.map(({ code, sentence }) => ({ code, kind, sentence }))
	);
}

/**
 * Chooses the next task: a theme first, then focus, then missing items in the order of the page,
 * then the five answers. Any other single warning brings no task.
 */
function nextTask(facts: ReadinessFacts, verdict: Verdict, findings: readonly Finding[]): NextTask {
	const tasks = (kind: FindingKind): NextTask[] =>
		findings.flatMap((finding) => (finding.kind === kind && finding.task ? [finding.task] : []));
	const theme = facts.themes.length === 0 ? tasks('missing') : [];
	const counsellor = needsCounsellor(facts.answers) ? [counsellorTask] : [];
	const soft = verdict === 'ready' && facts.answers ? [] : tasks('warning');
	const [first] = [...theme, ...tasks('fails'), ...tasks('missing'), ...counsellor, ...soft];
	return first ?? findPeople;
}
