import { contentWords } from '#method/content-words.ts';
import type { Finding } from '#method/text-check/finding.ts';
import { has, phrase } from '#method/text-check/phrase.ts';
import { foundAt, type Reading } from '#method/text-check/reading.ts';

/** Words of any thank-you, which do not refer to the conversation. */
const commonplace = contentWords(
	'time times talk talked talking talks conversation call minutes minute work works working job thank thanks thankful grateful generous generosity morning afternoon yesterday today week day days people person really kind learn learned learning help helped helpful share shared sharing question questions answer answers career dear hello said told mentioned described showed explained story advice example words'
);

/** Words shared with a note from which on a text refers to it [D]. */
const LEAST_SHARED = 2;
/** Characters of a note that a finding quotes. */
const SHOWN = 70;

function ownWords(text: string): string[] {
	return [...contentWords(text)].filter((word) => !commonplace.has(word));
}

function speaksOf(body: ReadonlySet<string>, said: string): boolean {
	const words = ownWords(said);
	const shared = words.filter((word) => body.has(word)).length;
	return words.length > 0 && shared >= Math.min(LEAST_SHARED, words.length);
}

const quoted = /[“"„«][^“”"„«»\n]{12,300}[”"“»]/u;
const toldMe = phrase(
	'(?:you|your) (?:\\w+ )?(?:said|told|mentioned|described|showed|explained|called|put it|spoke of|talked about|warned|admitted|named|answered|laughed)|(?:what|how|when|the way) you (?:\\w+ )?(?:\\w+)|your (?:story|stories|description|example|picture|account|honesty about|answer about|words about|point about|advice about|thoughts on)'
);
/** Content words that a sentence needs beside "you told me" to refer to something. */
const LEAST_BESIDE = 2;

/** Whether a text refers to the conversation: by words of a note, a quote, or "you told me". */
export function isSpecific(reading: Reading, said: readonly string[]): boolean {
	const words = contentWords(reading.text);
	if (said.some((each) => speaksOf(words, each))) return true;
	if (quoted.test(reading.text)) return true;
	return reading.sentences.some(
		(sentence) =>
			has(toldMe, sentence.plain) &&
			ownWords(reading.text.slice(sentence.from, sentence.to)).length > LEAST_BESIDE
	);
}

/** Finds thanks that refer to nothing in the conversation (method.md 7). @param said notes of it */
export function checkSpecific(reading: Reading, said: readonly string[]): Finding[] {
	if (isSpecific(reading, said)) return [];
	const [first] = said;
	const example = first
		? `, for example: “${first.length > SHOWN ? `${first.slice(0, SHOWN - 1)}…` : first}”`
		: ', in their words if you have them';
	return foundAt(reading, undefined, {
		code: 'not-specific',
		level: 'due',
		sentence: `You could have written this to anyone. Mention one thing they said${example}.`
	});
}

const changes = phrase(
	"i (?:will|shall|now|have (?:begun|started|decided|changed|stopped|written|signed|asked|booked)|decided|started|began|changed|signed|booked|asked|wrote|went|noticed|see|know|understand|realised|realized|plan|intend|mean|had (?:pictured|thought|imagined|expected|believed|not))|i(?:'ll|'m| am) (?:going to|now|no longer|planning|less|more|surer?)|no longer|(?:made|makes|let|lets|helped|helps) me (?:see|think|look|want|decide|realise|realize|understand|ask|feel|notice)|(?:changed|changes|turned|shifted|moved|opened|cleared|settled) (?:my|the way|how|what|for me)|because of (?:you|that|what)|thanks to you|next time i|from now on|instead of|it changes|that changes|this changes"
);

/** Finds thanks that do not say what the conversation changed (method.md 7). */
export function checkChange(reading: Reading): Finding[] {
	if (has(changes, reading.plain)) return [];
	return foundAt(reading, undefined, {
		code: 'change-missing',
		level: 'due',
		sentence:
			'Say what the conversation changed: what you see differently now, or will do because of it. People like to read that most.'
	});
}
