import { figured, inWords } from '#kernel/number-text.ts';
import { asPhrase, ended, themeInSentence } from '#method/wording.ts';
import type { Medium } from '#method/media.ts';

/** What a suggested script is made of; what is not known is an empty text. */
export interface DraftFacts {
	/** how the partner is addressed */
	partner: string;
	/** the explorer's full name; the first word of it is said */
	me: string;
	introduction: string;
	/** the theme's title, and why it pulls */
	theme: string;
	pull: string;
	/** what the "why you" source answers, as the end of "I thought of you because" */
	whyYou: string;
	minutes: number;
	medium: Medium;
	/** how many questions fit */
	questions: number;
}

/** Words that each borrowed part may bring, so that the whole stays under a minute [D]. */
const MOST_WORDS = 24;

/** As many whole sentences as fit, else the beginning of the first. */
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

/** "I rewrite every menu" stands by itself; "rewriting menus" needs a sentence around it. */
function reason(pull: string): string {
	const text = shortened(pull);
	if (text === '') return '';
	return /^(?:I|My|It|There|People|We)\b/.test(text)
		? ` ${ended(text)}`
		: ` What pulls me: ${ended(asPhrase(text))}`;
}

function myself(name: string, introduction: string): string {
	const [first = ''] = name.trim().split(/\s+/);
	const text = shortened(introduction);
	if (text === '') return `I am ${first}.`;
	// A line such as "bookkeeper in Gothenburg" goes on; whole sentences stand by themselves.
	return /^(?:I|My)\b/.test(text) || /[.!?…]\s/u.test(text)
		? `I am ${first}. ${ended(text)}`
		: `I am ${first}, ${ended(themeInSentence(asPhrase(text)))}`;
}

/** "you cook first" ends a sentence with because; "why they left" and "what it costs" do not. */
function because(whyYou: string): string[] {
	const text = shortened(whyYou);
	if (text === '') return [];
	return /^(?:why|how|what|who|when|where|which|whether|that)\b/i.test(text)
		? [ended(`I thought of you when I read ${asPhrase(text)}`)]
		: [ended(`I thought of you because ${asPhrase(text)}`)];
}

const greetings: Record<Medium, string> = {
	phone: 'Thank you for picking up',
	video: 'Thank you for making time',
	'in-person': 'Thank you for making time'
};

/**
 * A script to begin with: who I am, why this work, why you, how long, not a job (method 5), from
 * what is known. It takes less than a minute aloud.
 */
export function draftScript(facts: DraftFacts): string {
	const minutes = figured(facts.minutes, 'minute');
	return [
		`${greetings[facts.medium]}, ${facts.partner.trim()}. ${myself(facts.me, facts.introduction)}`,
		`I am finding out what ${themeInSentence(facts.theme)} is really like before I change anything.${reason(facts.pull)}`,
		...because(facts.whyYou),
		`I have ${inWords(facts.questions)} questions, I am not asking for a job, and after ${minutes} I will let you go.`
	].join(' ');
}
