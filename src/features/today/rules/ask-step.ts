import { interviewAddress, prepareAddress } from '#kernel/page-addresses.ts';
import { addHours } from '#kernel/clock.ts';
import { momentText } from '#method/calendar-text.ts';
import { WRITE_WITHIN_HOURS } from '#features/interviews/rules/thread.ts';
import type { TodayInterview } from './today-facts.ts';
import { nearness, stepOf, type AskLimits, type Candidate, type Moment } from './today-step.ts';

/**
 * The step before a request: prepare (method 3: research comes first), then write.
 * @returns undefined for a person who must not be contacted, and for a request that could not be
 * sent anyway (too soon, five waiting, theme parked). For an introduced partner, who waits, the
 * step then names the obstacle.
 */
export function askStep(
	thread: TodayInterview,
	moment: Moment,
	limits: AskLimits
): Candidate | undefined {
	if (thread.mustNotBeContacted) return undefined;
	const miss = researchMiss(thread);
	if (thread.introduction) return introducedStep(thread, thread.introduction, miss, moment, limits);
	if (thread.themeRests) return undefined;
	if (!miss && !(limits.outreachOpen && limits.belowLimit)) return undefined;
	const { id, personName: name, themeTitle, nextStepOn } = thread;
	const due = nextStepOn ? nearness(nextStepOn, moment.today) : 'none';
	const since = nextStepOn ?? thread.since;
	if (miss) {
		return stepOf(thread, since, {
			code: 'prepare',
			icon: 'interviews',
			title: `Prepare your request to ${name}`,
			why: miss,
			action: prepare(id),
			due
		});
	}
	const title = `Write to ${name}`;
	const why = `${themeTitle}. Your goal and your source are ready. Fifteen minutes is easy to agree to.`;
	return stepOf(thread, since, { code: 'ask', icon: 'mail', title, why, action: write(id), due });
}

/** The step after an introduction: write within a day (method 2), overdue after that. */
function introducedStep(
	thread: TodayInterview,
	{ connector, agreedAt }: NonNullable<TodayInterview['introduction']>,
	miss: string | undefined,
	moment: Moment,
	limits: AskLimits
): Candidate {
	const { id, personName: name } = thread;
	const by = addHours(agreedAt, WRITE_WITHIN_HOURS);
	const late = by < moment.now;
	const full = limits.belowLimit
		? undefined
		: 'Five requests are waiting. Wait for an answer, or close one of them first.';
	const time = late
		? 'More than a day has passed since they agreed, so write soon.'
		: `Write by ${momentText(by, moment.now, moment.zone)}, one day after they agreed.`;
	return stepOf(thread, agreedAt, {
		code: 'write-introduced',
		icon: 'mail',
		title: `Write to ${name} today`,
		why: `${connector} introduced you. ${miss ?? full ?? time}`,
		action: miss ? prepare(id) : write(id),
		due: late ? 'overdue' : 'today'
	});
}

function researchMiss({ goals, sources, answeringSources }: TodayInterview): string | undefined {
	if (goals < 1) return 'Add a goal: one thing that you want to learn.';
	if ((answeringSources ?? sources) >= 1) return undefined;
	return 'Add one source about this person, and note what it told you.';
}

function write(id: string): { label: string; href: string } {
	return { label: 'Write request', href: interviewAddress(id) };
}

function prepare(id: string): { label: string; href: string } {
	return { label: 'Prepare', href: prepareAddress(id) };
}
