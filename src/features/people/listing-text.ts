import { counted, number } from '#ui/text.ts';

/** Position, company and place of a person in one line; empty ones are omitted. */
export function besideName(person: { position: string; company: string; place: string }): string {
	return [person.position, person.company, person.place].filter(Boolean).join(', ');
}

interface Counts {
	all: number | null;
	near: number | null;
	nearMost: number;
}

/** Lede of the list of people: the count of all, or of those near a theme. */
export function ledeFor(counts: Counts, theme: { title: string } | null): string | undefined {
	const { all, near, nearMost } = counts;
	if (theme && near !== null) {
		const many = near >= nearMost ? `At least ${number(nearMost)}` : number(near);
		const of = all === null ? 'your people' : `your ${number(all)} people`;
		const match = near === 1 ? 'matches' : 'match';
		return `${many} of ${of} ${match} the name or the job titles of this theme.`;
	}
	if (all === null || all === 0) return undefined;
	return `${counted(all, 'person', 'people')} in your address book.`;
}

/** Number of search results on this page, and whether there are more. */
export function foundText(shown: number, isWhole: boolean): string {
	if (shown === 0) return 'No one found.';
	if (!isWhole) return `More than ${number(shown)} people found, best matches first.`;
	return `${counted(shown, 'person', 'people')} found.`;
}
