import { pointAtTalk } from '#method/text-check/ask.ts';
import type { Finding } from '#method/text-check/finding.ts';
import { has, phrase } from '#method/text-check/phrase.ts';
import { foundAt, type Reading } from '#method/text-check/reading.ts';

/** Patterns for phone, video and in person; ambiguous words count only in context. */
const media = [
	phrase(
		'(?:by|on|over|via|through) (?:the )?(?:tele)?phone|(?:tele)?phone (?:call|conversation|talk|chat|interview|meeting)|telephonic\\w*|(?:quick|short|brief|minutes?|min|mins|for|on|video|audio|whatsapp|teams|zoom|skype|have|take|a|welcome|our) (?:a )?call(?! for)|(?:ring|call|phone|telephone) you|(?:give|gives|giving) you a (?:ring|call|bell|buzz)|phone or|or phone|hop on a|on the line'
	),
	phrase(
		'(?:by|via|over|on) (?:video|zoom|teams|skype|facetime|whatsapp|webex|jitsi|google meet|ms teams|microsoft teams)|video (?:call|chat|conversation|meeting|talk)|(?:a|quick|minute|min) (?:video|zoom|teams|skype|facetime)|zoom (?:call|meeting|chat)|google meet|facetime|online (?:meeting|call|chat)|virtual (?:coffee|meeting|call|chat)|meet online|(?:could|can|shall|may|might) (?:we|i) (?:video|zoom|skype|facetime)'
	),
	phrase(
		'in person|face(?: to |-to-)face|(?:a|over|for|buy you|grab|virtual|have) (?:a )?(?:quick |short )?coffee|coffee (?:for|near|at|on|with)|(?:cup of |over |for )tea|(?:to|for|over) (?:lunch|breakfast)|lunch|(?:visit|see) (?:you|your (?!web|site|page))|(?:come|stop|drop|swing|pop|call) (?:by|in|over|round|up)|call on you|come to (?:your|the|you)|come and see you|meet (?:you |up |me )?(?:at|in|near|over|for|somewhere|after|outside|halfway)|(?:could|can|may|might|shall) (?:i|we) (?:visit|stop|come)|let me (?:visit|come)|i will be there|(?:walk (?:with you|together|around)|go for a walk)|buy you an? (?:\\w+ )?(?:beer|drink|pint|tea|lunch|breakfast|cake|ice cream)'
	)
];

/** Whether the text says phone, video or in person. */
export function namesMedium(reading: Reading): boolean {
	return media.some((medium) => has(medium, reading.plain));
}

/** Finds a request that names no medium (method.md section 3: by phone or in person, or video). */
export function checkMedium(reading: Reading, partner: string): Finding[] {
	if (namesMedium(reading)) return [];
	return foundAt(reading, pointAtTalk(reading), {
		code: 'medium-missing',
		level: 'due',
		sentence: `Say how. ${partner.charAt(0).toUpperCase()}${partner.slice(1)} has to guess whether you mean a phone call or a visit. A phone call is the easiest to agree to.`
	});
}
