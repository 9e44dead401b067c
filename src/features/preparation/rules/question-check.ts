import { jobWishes } from '#method/text-check/assurance.ts';
import { isEnglish } from '#method/text-check/language.ts';
import { has, phrase } from '#method/text-check/phrase.ts';
import { readText, type Reading } from '#method/text-check/reading.ts';
import type { QuestionView } from '../schemas.ts';

export type QuestionFlagCode =
	'pitching' | 'leading' | 'hypothetical' | 'closed' | 'general' | 'several';

/** Hints on a question, the weightiest first; none of them refuses it. */
type QuestionCheck = Pick<QuestionView, 'checked' | 'flags'>;

const sentences: Record<QuestionFlagCode, string> = {
	pitching: 'This sounds like asking for a job. Ask how they came to this work instead.',
	leading:
		'This question contains the answer you expect. Leave out your guess, and ask what it was like.',
	hypothetical: 'People answer better about what really happened. Ask when it last happened.',
	closed: 'They can answer this with yes or no. Begin with how, what or when to hear more.',
	general: 'A general question gets a general answer. Ask about the last time instead.',
	several: 'These are two questions, and one may get lost. Ask one at a time.'
};

const opening = '(?:(?:so|and|but|well|okay|ok|now|then|also),? )?(?:\\w+, )?';
const asked = '(?:you|your|it|there|this|that|they|people|the|an?|most|one|any|all|being|we|i)';
const closed = new RegExp(
	`^${opening}(?:(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|should|may|might|must)(?:n't| not)? ${asked}|any )(?!\\w)`
);
const hypothetical = phrase(
	"(?:would|could|might) you(?! (?:say|tell|describe|walk|take me|show|explain|name|give))|you(?:'d| would)|if you (?:were|had|could|would|did|got|was|have)|if (?:i|one|somebody|someone)|what if|imagine|suppose|in an ideal|where do you see yourself"
);
const leading = phrase(
	"(?:don't|doesn't|didn't|wouldn't|isn't|aren't|wasn't|weren't|won't|can't|haven't) (?:you|it|that|this|there|they|the)|(?:do|would) you not|surely|obviously|you must (?:love|hate|be|feel|find|enjoy|miss)|i (?:guess|assume|imagine|bet|suppose) (?:you|it|that|this)|(?:would you|do you) agree"
);
const tag =
	/, (?:right|no|yes|correct|true)\?|(?:isn't|aren't|doesn't|don't|wasn't) (?:it|they|you)\?/;
const general = phrase(
	'(?:usually|typically|generally|normally|in general|as a rule|on average|typical|ordinarily)'
);
const questionWord = 'what|when|where|who|why|which|how';
const first = new RegExp(`^${opening}(${questionWord})(?!\\w)`);
const second = new RegExp(`(?<!\\w)(?:and|or|and also),? (${questionWord})(?!\\w)`, 'g');

/** Whether it asks two questions: two question marks, or a second question word. */
function asksSeveral({ plain }: Reading): boolean {
	if ((plain.match(/\?(?!\?)/g) ?? []).length > 1) return true;
	const begins = first.exec(plain)?.[1];
	// "How much is editing, and how much is keeping people calm" is one comparison.
	return begins !== undefined && [...plain.matchAll(second)].some(([, word]) => word !== begins);
}

const finders: Record<QuestionFlagCode, (reading: Reading) => boolean> = {
	pitching: (reading) => jobWishes(reading).length > 0,
	leading: ({ plain }) => has(leading, plain) || tag.test(plain),
	hypothetical: ({ plain }) => has(hypothetical, plain),
	closed: ({ plain }) => closed.test(plain),
	general: ({ plain }) => has(general, plain),
	several: asksSeveral
};
const order = Object.keys(finders) as QuestionFlagCode[];

/**
 * Checks that a question is open, about the past and specific, neither hypothetical nor leading,
 * and asks for no job (method 5). Texts not in English are not checked.
 * @param text the question as typed
 */
export function checkQuestion(text: string): QuestionCheck {
	if (!isEnglish(text, undefined)) return { checked: 'not-checked', flags: [] };
	const trimmed = readText('body', text.trim());
	const codes = order.filter((code) => finders[code](trimmed));
	// A leading or hypothetical question is closed too: the hint `closed` adds nothing.
	const reported = codes.filter(
		(code) =>
			code !== 'closed' || !codes.some((each) => each === 'leading' || each === 'hypothetical')
	);
	return {
		checked: 'english',
		flags: reported.map((code) => ({ code, sentence: sentences[code] }))
	};
}
