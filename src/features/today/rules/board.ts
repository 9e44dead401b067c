import { counted, inWords, sentenceCase } from '#kernel/number-text.ts';
import { compareTexts } from '#kernel/texts.ts';
import type { Next } from '../schemas.ts';

interface Placed {
	next: Next;
	since: string;
	personName: string;
}

const tones: readonly Next['tone'][] = ['accent', 'due', 'none'];

/** Order of a column: the explorer's own steps, then what is due, then the longest waiting. */
export function boardOrder<Thread extends Placed>(threads: readonly Thread[]): Thread[] {
	return threads.toSorted(
		(one, other) =>
			tones.indexOf(one.next.tone) - tones.indexOf(other.next.tone) ||
			compareTexts(one.since, other.since) ||
			compareTexts(one.personName, other.personName)
	);
}

/** Sentence under "Interviews": talks held and ahead, or requests waiting. */
export function boardLede(held: number, ahead: number, waiting: number): string {
	if (held + ahead > 0) {
		const none =
			held === 0
				? 'No conversation held yet'
				: `${sentenceCase(counted(held, 'conversation'))} held`;
		return `${none}, ${ahead === 0 ? 'none' : inWords(ahead)} planned.`;
	}
	if (waiting === 0) return 'No requests yet.';
	const requests = counted(waiting, 'request is', 'requests are');
	return `No conversation yet. ${sentenceCase(requests)} waiting for an answer.`;
}
