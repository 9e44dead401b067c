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
	const rest = left > 0 ? `You can add ${figures(left)} more.` : 'You cannot add more.';
	return `With this file you would have more than ${figures(MOST_PEOPLE)} people, which is the limit. ${rest} Nothing was imported. Remove rows from the file or undo an older import. Then import the file again.`;
}
