import { counted, number } from '#ui/text.ts';
import type { ImportSummary } from './schemas.ts';

type Summary = ImportSummary;

/** State of an import in a few words, for lists. */
export function importStateText({ stage, counts }: Summary): string {
	const came = counted(counts.fresh, 'person', 'people');
	const words: Record<Summary['stage'], string> = {
		reading: 'Being read',
		mapping: 'Waits for its columns',
		ready:
			counts.fresh === 0
				? 'Nobody new in it'
				: `${came} ${counts.fresh === 1 ? 'waits' : 'wait'} for you`,
		failed: 'Could not be read',
		committed: `${came} here from it`,
		discarded: 'Discarded',
		undone: 'Undone'
	};
	return words[stage];
}

/** Counts of the file beside the new people: already known, suppressed and rejected rows. */
export function besideNew({ counts }: Summary): string[] {
	const { known, suppressed, unreadable } = counts;
	return [
		...(known > 0 ? [`${number(known)} ${known === 1 ? 'is' : 'are'} here already.`] : []),
		...(suppressed > 0
			? [
					`${number(suppressed)} ${suppressed === 1 ? 'stays' : 'stay'} out, as they asked or you decided.`
				]
			: []),
		...(unreadable > 0
			? [`${counted(unreadable, 'row is', 'rows are')} set aside for you to look at.`]
			: [])
	];
}
