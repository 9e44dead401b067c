import { findAsk, isWish } from '#method/text-check/ask.ts';
import type { Finding } from '#method/text-check/finding.ts';
import { isNegated, phrase, placesOf } from '#method/text-check/phrase.ts';
import { foundAt, type Reading, type Span } from '#method/text-check/reading.ts';

/** Most questions in a message (method.md section 3). */
export const mostQuestions = 3;

/** Phrases that ask for favours beside the interview; each kind counts once. */
const favours = [
	phrase(
		'(?:introduce|connect) me (?:to|with)|put me in (?:touch|contact)|an? introduction to|introductions to|forward (?:my|this|it) .. to|pass (?:my|this|it) .. (?:on|along) to|recommend (?:me )?(?:someone|somebody|others|other people|anyone)|(?:anyone|someone|people) else (?:you|i|who)|who else (?:you|i)'
	),
	phrase(
		'(?:send|email|mail|forward|lend) (?:me|us)(?! an? (?:time|date|line|note|word|slot|number|message|mail|reply|short|quick|day)| your (?:availability|number|phone)| some times)|share (?:your|some|any) (?:notes|slides|materials?|resources|templates?|list|files)|share my|a (?:reading list|list of)'
	),
	phrase(
		'(?:look (?:at|over|through)|read|review|check|critique|comment on|listen to|proofread|edit) (?:my|the \\w+ (?:\\w+ )?i|a draft)|(?:give|offer) me (?:notes|feedback|comments)|(?:your )?feedback on my'
	),
	phrase('(?<!your )mentor|mentorship|mentoring|coach me|take me under'),
	phrase(
		'shadow (?:you|your|for|a day|someone)|job(?: |-)shadow\\w*|sit in on|(?:a|get a) tour|spend (?:a|the|half a) (?:day|morning|week) (?:with|at|in)'
	),
	phrase(
		'letter of recommendation|recommendation letter|reference letter|write me a (?:letter|reference|recommendation)|be my (?:reference|referee)|recommend (?:me )?(?:a|an|any|some|good) \\w+'
	),
	phrase(
		'sign me up|subscribe|follow (?:my|our|me)|vote for|donat\\w+|discount|(?:fill|complete|take) .. (?:survey|questionnaire|form)|join my|be a guest|sponsor|endorse me|like my|accept my (?:invitation|connection|request)|add me on|connect on linkedin|speak (?:at|to) (?:our|my) (?:class|club|students|meetup)'
	)
];
const ofCv = /(?:cv|resum|résum|application)/;

/** Distinct favours asked for beside the interview, each at its first occurrence, in order. */
export function favoursAsked(reading: Reading): Span[] {
	const wishes = reading.sentences.filter(isWish);
	return favours
		.flatMap((favour) => {
			const places = wishes.flatMap((wish) => placesOf(favour, wish.plain, wish.from));
			const real = places.filter(
				({ from, to }) =>
					!isNegated(reading.plain, from) && !ofCv.test(reading.plain.slice(from, to + 12))
			);
			return real.slice(0, 1);
		})
		.sort((one, other) => one.from - other.from);
}

/** Finds more than one distinct request (method.md section 3); words about jobs are not counted. */
export function checkAsks(reading: Reading, partner: string): Finding[] {
	const asked = favoursAsked(reading);
	const extra = findAsk(reading) ? asked[0] : asked[1];
	if (!extra) return [];
	return foundAt(reading, extra, {
		code: 'asks-several',
		level: 'due',
		sentence: `One request is easy to answer. With two, people often wait for a better day. Ask only for the conversation, and leave this until ${partner} has met you.`
	});
}

/** Whole questions in a text: runs of question marks. */
export function questionsIn(reading: Reading): Span[] {
	return placesOf(/\?{1,20}(?!\w)/g, reading.plain);
}

/** Finds more than three questions (method.md section 3) and points at the first one too many. */
export function checkQuestions(reading: Reading): Finding[] {
	const questions = questionsIn(reading);
	const extra = questions[mostQuestions];
	if (!extra) return [];
	const place = reading.sentences.find(({ from, to }) => from <= extra.from && extra.from < to);
	return foundAt(reading, place ?? extra, {
		code: 'questions-many',
		level: 'due',
		sentence: `${questions.length} questions look like homework. Keep three at most, and ask the others in the conversation.`
	});
}
