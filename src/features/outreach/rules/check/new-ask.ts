import { jobWishes } from '#method/text-check/assurance.ts';
import type { Finding } from '#method/text-check/finding.ts';
import { isNegated, phrase, placesOf } from '#method/text-check/phrase.ts';
import { foundAt, type Reading } from '#method/text-check/reading.ts';

/*
 * Phrases that turn a thank-you into a request. Each includes the verb of asking, not only its object:
 * "I will ask the next one" and "I appreciate the reading list" are no requests.
 */
const asking = [
	phrase('(?:would|could|can|will) you(?! believe)|do you (?:know|have|think|happen|mind)'),
	phrase(
		'(?:may|can|could|might|shall) (?:i|we) (?:call|ring|write|visit|come|ask|meet|speak|talk|send|shadow|contact|reach|see|have|get|sit|stop)'
	),
	phrase(
		'let me know|get back to me|hear(?:ing)? back from|(?:look|looking) forward to (?:hearing|your (?:reply|answer)|meeting|talking|speaking|seeing you)|please (?:send|share|introduce|forward|connect|tell|write|call|ring|let|keep me|pass|consider|look|reply|answer|advise)|kindly (?:send|share|introduce|forward|let)'
	),
	phrase(
		"(?:love|like|hope|want|wish|glad|happy|grateful|delighted) to (?:talk|speak|chat|meet|visit|call|ring|see|come|shadow|catch up|sit) (?:to you|with you|you|your|again|once more|by|soon)|(?:would|i'd) (?:\\w+ )?(?:appreciate|welcome|love|like|be grateful for) (?:an?|any|your|some|another) (?:introduction|referral|feedback|advice|help|reference|recommendation|talk|call|chat|meeting|conversation|time|minutes|word)"
	),
	phrase(
		'(?:one|a|another) (?:more|further|last|second|follow-up|quick) (?:question|talk|call|chat|conversation|meeting|favou?r|thing to ask)|another (?:question|talk|call|chat|conversation|meeting|coffee|favou?r)|few (?:more )?questions'
	),
	phrase(
		'if you (?:know|hear) (?:of |about )?(?:anyone|anybody|someone|somebody|any|an?|other)|if you (?:could|can) (?!ever)|ask (?:you )?(?:for )?(?:another|one more|a) (?:favou?r|question)'
	)
];

/** Finds requests in thanks and updates, a job first of all (method.md 7). */
export function checkNewAsk(reading: Reading): Finding[] {
	const [job] = jobWishes(reading);
	if (job) {
		return foundAt(reading, job, {
			code: 'assurance-contradicted',
			level: 'loss',
			sentence:
				'This turns your message into a job application. They agreed because you did not ask for a job. Leave this out.'
		});
	}
	const places = asking
		.flatMap((pattern) => placesOf(pattern, reading.plain))
		.filter(({ from }) => !isNegated(reading.plain, from))
		.sort((one, other) => one.from - other.from);
	const [first] = places;
	if (!first) return [];
	return foundAt(reading, first, {
		code: 'new-ask',
		level: 'loss',
		sentence:
			'This asks for something more, so your message reads as a request. Leave this for another day.'
	});
}
