import { figures } from '#kernel/number-text.ts';

/** Most people in one workspace, including those staged by an import [D]. */
export const MOST_PEOPLE = 60_000;
/** Most schools, associations and employers in one workspace [D]. */
export const MOST_ORGANIZATIONS = 5000;
/** Most imports in one workspace, whatever their stage [D]. */
export const MOST_IMPORTS = 300;

/** Most interviews, and most introductions, linked from a person's page, newest first. */
export const MOST_RELATED = 20;

/** Failure of an import whose people exceed the limit. @param left number of people that can still be added */
export function limitReached(left: number): string {
	const rest = left > 0 ? `there is room for ${figures(left)} more` : 'there is no room for more';
	return `With this file you would have more than ${figures(MOST_PEOPLE)} people, the most there can be; ${rest}. Nothing was imported. Take rows out of the file, or undo an older import, and choose it again.`;
}
