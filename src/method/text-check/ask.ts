import { has, phrase, placeOf } from './phrase.ts';
import type { Reading, Sentence, Span } from './reading.ts';

/** How a wish begins, in plain, polite, casual and Indian English. */
const cue = phrase(
	"(?:would|could|can|will|might|may|shall|do|did) (?:you|i|we|it)|i(?:'d| would| should) (?:\\w+ )?(?:like|love|be|appreciate|welcome|want|value)|i (?:want|wish|need|wonder|hope|request|will (?:ring|call|phone))|i(?:'m| am) (?:\\w+ )?(?:hoping|wondering|wanting|asking|writing to request)|wondering if|please|kindly|are you|is (?:it|there)|up for|got|let me|let us|grateful|appreciate|spare|interview|requesting|would (?:suit|be|work|help|please)|asking for"
);
/** What a talk is called, or what it is counted in. */
const talk = phrase(
	'talks?|talking|speak|speaking|chat|(?:a|the|quick|short|brief|minute|min|hour|phone|video) call|call you|ring you|phone|telephone|telephonic|meet|meeting|conversation|exchange|coffee|tea|lunch|minutes?|mins?|quarter of an hour|half an hour|zoom|teams|skype|visit|stop by|come (?:by|to|up)|interview|appointment|some (?:of your )?time|your time'
);

/** Whether a sentence wishes for something, whatever it is. */
export function isWish(sentence: Sentence): boolean {
	return has(cue, sentence.plain);
}

/** The sentence that asks for the talk, where there is one. */
export function findAsk(reading: Reading): Sentence | undefined {
	return reading.sentences.find((sentence) => isWish(sentence) && has(talk, sentence.plain));
}

/** A wish for a talk, or a sentence about the talk that was wished for. */
export function isAboutTalk(sentence: Sentence): boolean {
	return has(talk, sentence.plain);
}

const talkWords = phrase(
	'(?:for |to )?(?:have |find )?(?:a|an|some|your) .. (?:talk|chat|call|conversation|exchange|meeting|time|interview|appointment|moment)|(?:talk|speak|chat|meet)(?: with you| to you)?'
);

/** Where to point when something about the talk is missing: its words, else the asking sentence. */
export function pointAtTalk(reading: Reading): Span | undefined {
	const ask = findAsk(reading);
	return ask && (placeOf(talkWords, ask) ?? ask);
}
