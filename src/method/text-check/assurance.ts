import type { AskPurpose } from '../purposes.ts';
import { pointAtTalk } from './ask.ts';
import type { Finding } from './finding.ts';
import { assurances, contradictions } from './job-words.ts';
import { has, isNegated, placesOf } from './phrase.ts';
import { foundAt, type Reading, type Span } from './reading.ts';

/** Whether the text, or one sentence of it, says that no job is asked for. */
export function givesAssurance(within: { plain: string }): boolean {
	return assurances.some((assurance) => has(assurance, within.plain));
}

/** Places where the text asks for a job after all, in order. */
export function jobWishes(reading: Reading): Span[] {
	return contradictions
		.flatMap((pattern) => placesOf(pattern, reading.plain))
		.filter((place) => !isNegated(reading.plain, place.from))
		.sort((one, other) => one.from - other.from);
}

/** Finds a job asked for (in spite of any assurance), and otherwise a missing "not a job". */
export function checkAssurance(reading: Reading, purpose: AskPurpose): Finding[] {
	const wishes = jobWishes(reading);
	const apart = wishes.filter((place, index) => {
		const earlier = wishes[index - 1];
		return !earlier || place.from >= earlier.to;
	});
	if (apart.length > 0) {
		return apart.slice(0, 3).flatMap((place) =>
			foundAt(reading, place, {
				code: 'assurance-contradicted',
				level: 'loss',
				sentence:
					'This turns a talk into an application, and people answer those differently. Take it out, and say: I am not asking for a job.'
			})
		);
	}
	if (purpose === 'chaser' || givesAssurance(reading)) return [];
	return foundAt(reading, pointAtTalk(reading), {
		code: 'assurance-missing',
		level: 'due',
		sentence:
			'Without a word on it, most people expect to be asked for a job. Add: I am not asking for a job.'
	});
}
