import { has, phrase, placeOf } from './phrase.ts';
import type { Reading, Sentence, Span } from './reading.ts';

/** Phrases that begin a request, in plain, polite, casual and Indian English. */
const cue = phrase(
	"(?:would|could|can|will|might|may|shall|do|did) (?:you|i|we|it)|i(?:'d| would| should) (?:\\w+ )?(?:like|love|be|appreciate|welcome|want|value)|i (?:want|wish|need|wonder|hope|request|will (?:ring|call|phone))|i(?:'m| am) (?:\\w+ )?(?:hoping|wondering|wanting|asking|writing to request)|wondering if|please|kindly|are you|is (?:it|there)|up for|got|let me|let us|grateful|appreciate|spare|interview|requesting|would (?:suit|be|work|help|please)|asking for"
);
/** Words for a talk, or for its length. */
const talk = phrase(
	'talks?|talking|speak|speaking|chat|(?:a|the|quick|short|brief|minute|min|hour|phone|video) call|call you|ring you|phone|telephone|telephonic|meet|meeting|conversation|exchange|coffee|tea|lunch|minutes?|mins?|quarter of an hour|half an hour|zoom|teams|skype|visit|stop by|come (?:by|to|up)|interview|appointment|some (?:of your )?time|your time'
);

/** Whether a sentence requests anything. */
export function isWish(sentence: Sentence): boolean {
	return has(cue, sentence.plain);
}

/** The first sentence that requests a talk; undefined where there is none. */
export function findAsk(reading: Reading): Sentence | undefined {
	return reading.sentences.find((sentence) => isWish(sentence) && has(talk, sentence.plain));
}

/** Whether a sentence mentions the talk. */
export function isAboutTalk(sentence: Sentence): boolean {
	return has(talk, sentence.plain);
}

const talkWords = phrase(
	'(?:for |to )?(?:have |find )?(?:a|an|some|your) .. (?:talk|chat|call|conversation|exchange|meeting|time|interview|appointment|moment)|(?:talk|speak|chat|meet)(?: with you| to you)?'
);

/**
 * The span for a finding that something about the talk is missing: the words for the talk, else the
 * requesting sentence.
 */
export function pointAtTalk(reading: Reading): Span | undefined {
	const ask = findAsk(reading);
	return ask && (placeOf(talkWords, ask) ?? ask);
}
