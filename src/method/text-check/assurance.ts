import type { AskPurpose } from '../purposes.ts';
import { pointAtTalk } from './ask.ts';
import type { Finding } from './finding.ts';
import { assurances, contradictions } from './job-words.ts';
import { has, isNegated, placesOf } from './phrase.ts';
import { foundAt, type Reading, type Span } from './reading.ts';

/** Whether a text or sentence says that no job is asked for. */
export function givesAssurance(within: { plain: string }): boolean {
	return assurances.some((assurance) => has(assurance, within.plain));
}

/** Spans in which the text asks for a job, in order. */
export function jobWishes(reading: Reading): Span[] {
	return contradictions
		.flatMap((pattern) => placesOf(pattern, reading.plain))
		.filter((span) => !isNegated(reading.plain, span.from))
		.sort((one, other) => one.from - other.from);
}

/** Finds requests for a job (despite any assurance), otherwise a missing "not a job". */
export function checkAssurance(reading: Reading, purpose: AskPurpose): Finding[] {
	const wishes = jobWishes(reading);
	const apart = wishes.filter((span, index) => {
		const earlier = wishes[index - 1];
		return !earlier || span.from >= earlier.to;
	});
	if (apart.length > 0) {
		return apart.slice(0, 3).flatMap((span) =>
			foundAt(reading, span, {
				code: 'assurance-contradicted',
				level: 'loss',
				sentence:
					'This sounds like a job application, and fewer people say yes to those. Remove it, and add: I am not asking for a job.'
			})
		);
	}
	if (purpose === 'follow-up' || givesAssurance(reading)) return [];
	return foundAt(reading, pointAtTalk(reading), {
		code: 'assurance-missing',
		level: 'due',
		sentence: 'Many people will expect that you want a job. Add: I am not asking for a job.'
	});
}
