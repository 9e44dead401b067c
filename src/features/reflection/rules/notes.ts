import { fold } from '#features/people/rules/folding.ts';
import type { Stance } from './words.ts';

/** A note of the talk, as far as it may become an insight. */
export interface Note {
	id: string;
	text: string;
	tag: 'for' | 'against' | 'their-words' | 'a-name' | null;
}

export interface OfferedNote {
	id: string;
	text: string;
	/** what the insight begins with; nothing where the note does not say */
	stance: Stance | null;
	/** the text is the partner's own */
	theirWords: boolean;
}

/**
 * Notes that may become insights with one click: marked for, against or as the partner's words, and
 * not among the insights yet.
 * @param learned the insights' texts and words
 */
export function notesToOffer(notes: readonly Note[], learned: readonly string[]): OfferedNote[] {
	const known = new Set(learned.map(fold));
	return notes.flatMap(({ id, text, tag }) => {
		if (tag === null || tag === 'a-name' || known.has(fold(text))) return [];
		const stance = tag === 'their-words' ? null : tag;
		return [{ id, text, stance, theirWords: tag === 'their-words' }];
	});
}
