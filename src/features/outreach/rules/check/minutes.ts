import { isAboutTalk, isWish, pointAtTalk } from '#method/text-check/ask.ts';
import type { Finding } from '#method/text-check/finding.ts';
import { has, phrase, placesOf } from '#method/text-check/phrase.ts';
import { foundAt, type Reading, type Sentence, type Span } from '#method/text-check/reading.ts';

/** Most minutes that a request may ask for (method.md section 3). */
export const mostMinutes = 30;

const numbers: Record<string, number> = {
	one: 1,
	two: 2,
	three: 3,
	four: 4,
	five: 5,
	six: 6,
	seven: 7,
	eight: 8,
	nine: 9,
	ten: 10,
	twelve: 12,
	fifteen: 15,
	twenty: 20,
	'twenty-five': 25,
	thirty: 30,
	forty: 40,
	'forty-five': 45,
	fifty: 50,
	sixty: 60,
	ninety: 90
};
const number = `(?:\\d{1,3}(?:\\.\\d)?|${Object.keys(numbers).reverse().join('|')})`;
const duration = phrase(
	`(?:${number}(?: ?(?:-|to|or) ?))?${number}(?: |-)?(?:minutes?|minuits|mins?|min|m|hours?|hrs?|h)|(?:a )?quarter(?: of)?(?: an)?(?: |-)hour|(?:a )?half(?: an| a|-an)?(?: |-)hour|(?:an|one|full|whole|a full|a whole)(?: |-)hour(?: and a half)?|(?:a )?(?:couple|few) (?:of )?hours|half a day|(?:a|one|the whole|a full) day with you`
);
/** Words after a duration that is not the interview's: of a journey, a film, a habit. */
const after =
	/^(?: (?:long|old|late|early|away|walk|drive|ride|bus|train|commute|from|into|before|after|later|ago|apart|a day|a week|every|each|per|episode|documentary|film|lecture|talk you|shifts?|by (?:train|car|bus|bike)|of my|on (?:my|your website)|earlier)(?!\w)|-(?:walk|drive|long))/;
const before =
	/(?:your|the best|first|last|next|every|at|within|after|per|listened to|watched|spent|whatever|any|which|\d)(?: \w{1,12})? $|(?:your|best|at|within|any) $/;

/** Minutes in words such as "15 to 20 min", "half an hour" or "1.5 hours"; the longest of a range. */
export function minutesIn(words: string): number {
	const unit = /hour|hrs?\b|\dh\b| h$/.test(words) ? 60 : 1;
	if (/day/.test(words)) return 480;
	if (/quarter/.test(words)) return 15;
	if (/half(?: an| a|-an)?[ -]hour/.test(words)) return 30;
	if (/couple|few/.test(words)) return 120;
	const named = words.match(/\d{1,3}(?:\.\d)?|twenty-five|forty-five|[a-z]{3,8}/g) ?? [];
	const values = named.map((word) => numbers[word] ?? Number(word)).filter((n) => n > 0);
	return Math.max(1, ...values) * unit + (/and a half/.test(words) ? 30 : 0);
}

function isOfTheTalk(sentence: Sentence, place: Span): boolean {
	const start = place.from - sentence.from;
	const end = place.to - sentence.from;
	if (after.test(sentence.plain.slice(end, end + 24))) return false;
	return !before.test(sentence.plain.slice(Math.max(0, start - 30), start));
}

const limits = phrase(
	'(?:no more than|at most|only|just|about|maybe|around|up to|take|keep|enough|plenty|promise|would do|suffice)'
);

/** Every length of the interview in the text, in minutes, with its position. */
export function talkLengths(reading: Reading): (Span & { minutes: number })[] {
	return reading.sentences
		.filter((sentence) => isWish(sentence) || isAboutTalk(sentence) || has(limits, sentence.plain))
		.flatMap((sentence) =>
			placesOf(duration, sentence.plain, sentence.from).filter((place) =>
				isOfTheTalk(sentence, place)
			)
		)
		.map((place) => ({ ...place, minutes: minutesIn(reading.plain.slice(place.from, place.to)) }));
}

const vague = phrase(
	'(?:a |some )?(?:few|couple of) (?:minutes|moments)|a (?:quick|short|brief) (?:talk|chat|call|conversation|exchange|moment)|some (?:of your )?time|a (?:moment|minute)'
);

/** Finds a request without a length, or with one over 30 minutes (method.md section 3). */
export function checkMinutes(reading: Reading): Finding[] {
	const lengths = talkLengths(reading);
	const over = lengths.find((length) => length.minutes > mostMinutes);
	if (over) {
		return foundAt(reading, over, {
			code: 'minutes-over',
			level: 'loss',
			sentence: 'Thirty minutes is the most you can ask for. Fifteen minutes is easier to agree to.'
		});
	}
	if (lengths.length > 0) return [];
	const place = placesOf(vague, reading.plain)[0] ?? pointAtTalk(reading);
	return foundAt(reading, place, {
		code: 'minutes-missing',
		level: 'due',
		sentence:
			'Say how long. A conversation without an end time is hard to agree to. Name 10, 15 or 20 minutes.'
	});
}
