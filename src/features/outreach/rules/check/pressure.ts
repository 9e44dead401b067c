import type { Finding } from '#method/text-check/finding.ts';
import { isNegated, phrase, placesOf } from '#method/text-check/phrase.ts';
import { foundAt, type Reading } from '#method/text-check/reading.ts';

const pressing = [
	phrase(
		'asap|a\\.s\\.a\\.p|as soon as possible|urgent(?:ly)?|immediately|at the earliest|on priority|last chance|final (?:reminder|notice|attempt)|by (?:monday|tuesday|wednesday|thursday|friday|tomorrow|tonight|noon|the end of (?:the|this) (?:day|week)|end of day|eod)(?: at the latest)?|at the latest|right away|today itself'
	),
	phrase(
		"(?:haven't|have not|hadn't|still not|not) (?:yet )?(?:heard|received) (?:back|anything|from you|a (?:reply|response|answer)|any)|(?:you )?(?:haven't|have not|did not|didn't|never) (?:yet )?(?:replied|answered|responded|reply|answer|respond|bothered)|why (?:haven't|have|did|didn't|don't) you|(?:the )?(?:second|third|fourth|fifth) time (?:i|that i)|ignor(?:e|ed|ing) (?:me|my)|no (?:reply|response|answer) (?:from you|so far|yet)"
	),
	phrase(
		"disappoint(?:ed|ing)|(?:waiting|wait) .. since|(?:i )?(?:really )?need (?:an answer|a reply|a response|your (?:answer|reply|response)|to know)|(?:please|kindly) (?:revert|respond|reply|do the needful)|you (?:owe|must|have to|need to|should have)|surely you|(?:the )?least you (?:can|could)|urge you|(?:i will|i'll|i shall) (?:keep|call .. (?:every|until)|write .. (?:every|until)|continue)|expect (?:an answer|a reply|your)|counting on you|don't let me down"
	)
];
/** Phrases with a negation of their own, which is part of the pressure and does not cancel it. */
const ownNegation = /not|n't|never|no |why/;

/** Finds words in a follow-up that put pressure on the partner. */
export function checkPressure(reading: Reading): Finding[] {
	const place = pressing
		.flatMap((kind) => placesOf(kind, reading.plain))
		.filter(
			({ from, to }) =>
				ownNegation.test(reading.plain.slice(from, to)) || !isNegated(reading.plain, from)
		)
		.sort((one, other) => one.from - other.from)[0];
	if (!place) return [];
	return foundAt(reading, place, {
		code: 'pressure',
		level: 'due',
		sentence:
			'No one owes you an answer, and pressure rarely leads to a good conversation. Say that a no is fine.'
	});
}
