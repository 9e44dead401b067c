import { counted, figures } from '#kernel/number-text.ts';
import type { LocalDay } from '#ui/form.ts';
import { onDay, shortDay } from '#ui/text.ts';
import type {
	Recipient,
	IntroductionRequest,
	AssociationEvent,
	Introduction,
	School
} from './schemas.ts';
import { schoolStageLabels } from './rules/channel-stages.ts';

const people = (count: number): string => `${figures(count)} ${count === 1 ? 'person' : 'people'}`;

/** Summary of an introduction request: number of people asked, date of the first request, counts of each answer. */
export function requestSummary(
	{ counts, askedAt, endedAt }: IntroductionRequest,
	moment: LocalDay
): string {
	const { asked, introduced, notNow, passedOn } = counts;
	if (asked === 0) {
		return counts.people === 0
			? 'Draft written. No people added yet.'
			: `${people(counts.people)} added, no one asked yet.`;
	}
	const first = asked === 1 ? '' : ', the first';
	const on = askedAt ? `${first} on ${onDay(askedAt, moment.zone, moment.today)}` : '';
	const quiet = asked - introduced - notNow - passedOn;
	const parts = [
		...(introduced > 0 ? [`${figures(introduced)} introduced someone`] : []),
		...(notNow > 0 ? [`${figures(notNow)} said “not now”`] : []),
		...(passedOn > 0 ? [`${figures(passedOn)} passed it on`] : []),
		...(quiet > 0 ? [`${figures(quiet)} ${quiet === 1 ? 'has' : 'have'} not answered`] : [])
	];
	const ended = endedAt ? ' Request ended.' : '';
	return `You asked ${people(asked)}${on}. ${parts.join(', ')}.${ended}`;
}

const answerText = {
	introduced: 'introduced someone',
	'not-now': 'said “not now”',
	'passed-on': 'passed it on'
} as const;

/** State of a recipient: not asked, asked on a date, or the answer with its date. */
export function recipientText(
	{ askedAt, answeredAt, answer, mustNotBeContacted }: Recipient,
	{ today, zone }: LocalDay
): string {
	if (answer && answeredAt) return `${onDay(answeredAt, zone, today)}: ${answerText[answer]}`;
	if (askedAt) return `Asked on ${onDay(askedAt, zone, today)}, no answer yet`;
	return mustNotBeContacted ? 'Marked “Do not contact”' : 'Not asked yet';
}

/** Heading of an introduction's page and the explanation of the next step, by its stage. */
export function introductionText({ connector, name, stage }: Introduction): {
	title: string;
	why: string;
} {
	const who = connector.name;
	if (stage === 'agreed') {
		return {
			title: `${who} asked ${name}, and ${name} said yes`,
			why: `Your turn: write to ${name} today, then thank ${who}.`
		};
	}
	if (stage === 'introduced') {
		return {
			title: `${who} introduced you and ${name}`,
			why: `Your turn: write first, within a day, and thank ${who}.`
		};
	}
	return {
		title: `${who} offers to introduce you to ${name}`,
		why: `${who} asks ${name} in private first. Record the answer when it comes.`
	};
}

/** Summary of a school: training, stage, administrator while an answer is awaited, number of interviews. */
export function schoolRowText({ stage, alumni, administrator, training }: School): string {
	const waits = stage === 'asked' || stage === 'answered';
	const through = administrator && waits ? ` through ${administrator.name}` : '';
	const talks = alumni.length > 0 ? `, ${counted(alumni.length, 'interview')}` : '';
	const lead = [training, `${schoolStageLabels[stage]}${through}`].filter(Boolean).join('. ');
	return `${lead}${talks}.`;
}

/** Day, place and association of an event. */
export function eventText(
	{ onDay: day, place, association }: AssociationEvent,
	today: string
): string {
	return [shortDay(day, today), place, association?.name ?? ''].filter(Boolean).join(', ');
}

/** How many of the people met at an event still need a follow-up. */
export function followUpsText({ met, left }: Pick<AssociationEvent, 'met' | 'left'>): string {
	if (met === 0) return 'No one added yet';
	if (left === 0) return `${people(met)} met, no follow-ups left`;
	return `${figures(left)} of ${people(met)} still to follow up`;
}
