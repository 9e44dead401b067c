import { counted, sentenceCase } from '#kernel/number-text.ts';
import type { Agreed } from './schemas.ts';

/** Minutes before a meeting from which on the talk page is the primary step [D]. */
export const SOON_MINUTES = 60;

/** The lede of the page, by the state of the meeting. */
export function ledeOf({ state, head }: Agreed): string {
	const name = head.person.givenName;
	const ledes: Record<Agreed['state'], string> = {
		open: `${name} picks, you do the arranging.`,
		cancelled: `Called off. ${name} picks another time, you do the arranging.`,
		agreed: 'Agreed, and kept on both clocks.',
		past: 'The agreed time has passed.',
		held: 'You talked. This is what was agreed.',
		closed: 'This interview is closed. What was agreed is kept.'
	};
	return ledes[state];
}

/** What to do with the calendar file after a change; empty before the first change. */
export function changedText(sequence: number): string {
	if (sequence === 0) return '';
	return `${sentenceCase(counted(sequence, 'change'))} since you agreed. Open the file again on both sides: it moves the entry and adds no second one.`;
}
