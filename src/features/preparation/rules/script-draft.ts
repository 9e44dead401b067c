import { figured, inWords } from '#kernel/number-text.ts';
import { asPhrase, ended, themeInSentence } from '#method/wording.ts';
import type { Medium } from '#method/media.ts';

/** Input of a suggested script; unknown parts are empty texts. */
export interface DraftFacts {
	/** the partner's form of address */
	partner: string;
	/** the explorer's full name; its first word is used */
	me: string;
	introduction: string;
	/** the theme's title, and why it attracts the explorer */
	theme: string;
	pull: string;
	/** answer noted for the "why you" source, the end of "I thought of you because" */
	whyYou: string;
	minutes: number;
	medium: Medium;
	/** number of questions that fit */
	questions: number;
}

/** Most words of each inserted part, so that the script stays under a minute [D]. */
const MOST_WORDS = 24;

/** The first sentences of a text that fit, or the beginning of the first one. */
function shortened(text: string): string {
	const clean = text.trim().replace(/\s+/g, ' ');
	const sentences = clean.match(/[^.!?…]+[.!?…]*/gu) ?? [];
	let fitting = '';
	for (const sentence of sentences) {
		if (`${fitting}${sentence}`.split(' ').length > MOST_WORDS) break;
		fitting += sentence;
	}
	if (fitting.trim() !== '') return fitting.trim();
	return clean.split(' ').slice(0, MOST_WORDS).join(' ');
}

/** Makes a sentence: "I rewrite every menu" is one, "rewriting menus" needs words around it. */
function reason(pull: string): string {
	const text = shortened(pull);
	if (text === '') return '';
	return /^(?:I|My|It|There|People|We)\b/.test(text)
		? ` ${ended(text)}`
		: ` What attracts me: ${ended(asPhrase(text))}`;
}

function introductionSentence(name: string, introduction: string): string {
	const [first = ''] = name.trim().split(/\s+/);
	const text = shortened(introduction);
	if (text === '') return `I am ${first}.`;
	// A phrase such as "bookkeeper in Gothenburg" is continued; sentences stay as they are.
	return /^(?:I|My)\b/.test(text) || /[.!?…]\s/u.test(text)
		? `I am ${first}. ${ended(text)}`
		: `I am ${first}, ${ended(themeInSentence(asPhrase(text)))}`;
}

/** The sentence of the reason: "you cook first" follows "because", "why they left" does not. */
function whyYouSentence(whyYou: string): string[] {
	const text = shortened(whyYou);
	if (text === '') return [];
	return /^(?:why|how|what|who|when|where|which|whether|that)\b/i.test(text)
		? [ended(`I thought of you when I read ${asPhrase(text)}`)]
		: [ended(`I thought of you because ${asPhrase(text)}`)];
}

const greetings: Record<Medium, string> = {
	phone: 'Thank you for taking my call',
	video: 'Thank you for making time',
	'in-person': 'Thank you for making time'
};

/** Drafts a script under a minute: who, why this work, why you, how long, no job (method 5). */
export function draftScript(facts: DraftFacts): string {
	const minutes = figured(facts.minutes, 'minute');
	return [
		`${greetings[facts.medium]}, ${facts.partner.trim()}. ${introductionSentence(facts.me, facts.introduction)}`,
		`I would like to find out what ${themeInSentence(facts.theme)} is really like before I change anything.${reason(facts.pull)}`,
		...whyYouSentence(facts.whyYou),
		`I have ${inWords(facts.questions)} questions, and I will stop after ${minutes}. I am not asking for a job.`
	].join(' ');
}
