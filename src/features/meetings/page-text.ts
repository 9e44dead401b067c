import { counted, sentenceCase } from '#kernel/number-text.ts';
import type { Agreed } from './schemas.ts';

/** Minutes before a meeting from which on the talk page is the primary step [D]. */
export const SOON_MINUTES = 60;

/** The lede of the page, by the state of the meeting. */
export function ledeOf({ state, head }: Agreed): string {
	const name = head.person.givenName;
	const ledes: Record<Agreed['state'], string> = {
		open: `${name} chooses a time, and you arrange the rest.`,
		cancelled: `Cancelled. ${name} chooses another time, and you arrange the rest.`,
		agreed: 'Agreed, and saved in both time zones.',
		past: 'The agreed time has passed.',
		held: 'The conversation took place. This is what was agreed.',
		closed: 'This interview is closed. The agreed time is still shown.'
	};
	return ledes[state];
}

/** What to do with the calendar file after a change; empty before the first change. */
export function changedText(sequence: number): string {
	if (sequence === 0) return '';
	return `${sentenceCase(counted(sequence, 'change'))} since you agreed. Both of you open the calendar file again. It updates the same entry.`;
}
