import { figures } from '#kernel/number-text.ts';

/** People of one workspace, those of an import that is not decided about counted too [D]. */
export const MOST_PEOPLE = 60_000;
/** Schools, associations and employers [D]. */
export const MOST_ORGANIZATIONS = 5000;
/** Files that were read, whatever became of them [D]. */
export const MOST_IMPORTS = 300;

/** The newest interviews, and the newest introductions, that a person's page leads to. */
export const MOST_RELATED = 20;

/** Said where a file would bring the address book beyond its bound. @param room people it still takes */
export function limitReached(room: number): string {
	const left = room > 0 ? `there is room for ${figures(room)} more` : 'there is no room for more';
	return `With this file you would have more than ${figures(MOST_PEOPLE)} people, the most there can be; ${left}. Nothing was imported. Take rows out of the file, or undo an older import, and choose it again.`;
}
