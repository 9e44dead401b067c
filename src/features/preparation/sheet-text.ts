import { dayOf } from '#kernel/clock.ts';
import { counted, inWords, sentenceCase } from '#kernel/number-text.ts';
import { mediumLabels } from '#method/media.ts';
import { onDay, timeIn } from '#ui/text.ts';
import type { Moment } from '#ui/form.ts';
import type { Brief, QuestionView } from './schemas.ts';

/**
 * Date, length and medium for the head of the sheet: "Monday 23 November, 16:00", "15:00 in
 * Lisbon", "15 minutes by phone".
 */
export function factsOf(brief: Brief, { now, zone }: Moment): string[] {
	const { meeting, minutes, person } = brief;
	const length = `${minutes} minutes`;
	if (!meeting) {
		const agreed = brief.dates.heldAt ? length : `${length}, no time agreed yet`;
		return [person.place, agreed].filter(Boolean);
	}
	const { startsAt, partnerZone, medium, place } = meeting;
	const here = timeIn(zone, startsAt);
	const there = partnerZone ? timeIn(partnerZone, startsAt) : here;
	const where = person.place ? `in ${person.place}` : `for ${person.givenName}`;
	return [
		`${onDay(startsAt, zone, dayOf(now, zone))}, ${here}`,
		...(there === here ? [] : [`${there} ${where}`]),
		medium ? `${length} ${mediumLabels[medium]}` : length,
		...(place ? [place] : [])
	];
}

/** "Questions: five fit in 15 minutes" */
export function fitText(fit: number, minutes: number): string {
	return `Questions: ${inWords(fit)} fit in ${minutes} minutes`;
}

/** Label of the questions below the line, for additional time. */
export function waitingText(waiting: number, { fit, minutes }: Brief): string {
	const more = `${sentenceCase(counted(waiting, 'more question'))} for extra time`;
	return `${more}. ${sentenceCase(inWords(fit))} fit in ${minutes} minutes.`;
}

/** Why a known question is not asked, and which one takes its place. */
export function knownText(question: QuestionView, brief: Brief): string {
	const fitting = brief.questions.filter(({ state }) => state === 'fitting').length;
	const place =
		fitting >= brief.fit ? 'The next question moved up' : 'There is room for another question';
	return `Already known from “${question.knownFrom ?? 'a source'}”. ${place}.`;
}

/** Topic of a question, and whether its answers compare. */
export function aboutLine({ about, code }: QuestionView): string {
	return code ? `${about}, the same for every partner` : about;
}
