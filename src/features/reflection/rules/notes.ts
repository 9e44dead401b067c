import { textKey } from '#method/folding.ts';
import type { TalkView } from '#features/talk/schemas.ts';
import type { Reflection } from '../schemas.ts';

/** A note of the talk that may become an insight. */
export type Note = Pick<TalkView['notes'][number], 'id' | 'text' | 'tag'>;

/**
 * Notes to offer as insights: marked ones first, without those that are insights already. Notes of
 * names are offered as names instead.
 * @param learned texts and words of the insights
 */
export function notesToOffer(
	notes: readonly Note[],
	learned: readonly string[]
): Reflection['notes'] {
	const known = new Set(learned.map(textKey));
	const offered = notes.filter(({ tag, text }) => tag !== 'a-name' && !known.has(textKey(text)));
	const marked = offered.filter(({ tag }) => tag !== null);
	const bare = offered.filter(({ tag }) => tag === null);
	return [...marked, ...bare].map(({ id, text, tag }) => ({
		id,
		text,
		stance: tag === 'for' || tag === 'against' ? tag : null,
		theirWords: tag === 'their-words'
	}));
}
