import { counted, number } from '#ui/text.ts';
import type { ImportSummary } from './schemas.ts';

type Summary = ImportSummary;

/** State of an import in a few words, for lists. */
export function importStateText({ stage, counts }: Summary): string {
	const came = counted(counts.fresh, 'person', 'people');
	const words: Record<Summary['stage'], string> = {
		reading: 'Reading the file',
		mapping: 'Columns not chosen yet',
		ready: counts.fresh === 0 ? 'No new people' : `${came} ready to add`,
		failed: 'Could not be read',
		committed: `${came} added`,
		discarded: 'Discarded',
		undone: 'Undone'
	};
	return words[stage];
}

/** Counts of the file beside the new people: already known, suppressed and rejected rows. */
export function besideNew({ counts }: Summary): string[] {
	const { known, suppressed, unreadable } = counts;
	return [
		...(known > 0
			? [`${number(known)} ${known === 1 ? 'is' : 'are'} already in your address book.`]
			: []),
		...(suppressed > 0
			? [
					`${number(suppressed)} ${suppressed === 1 ? 'is' : 'are'} left out, because you or they asked for this earlier.`
				]
			: []),
		...(unreadable > 0
			? [`${counted(unreadable, 'row was', 'rows were')} rejected; the reasons are below.`]
			: [])
	];
}
