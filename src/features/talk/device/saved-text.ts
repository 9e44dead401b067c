import { counted, figures } from '#kernel/number-text.ts';
import type { IconName } from '#ui/icon-names.ts';
import type { Line } from './sender.ts';

/** What the device knows of saving. */
export interface Saving {
	/** the browser has a network */
	online: boolean;
	line: Line;
	/** notes that the talk has */
	notes: number;
	/** notes and changes of notes that the server does not have yet */
	waitingNotes: number;
	/** everything that waits, notes included */
	waiting: number;
	/** words that the server did not take; they stay here */
	refused: number;
	/** the browser keeps nothing by itself */
	forgetful: boolean;
}

export interface SavedState {
	tone: 'due' | 'done' | 'loss' | '';
	icon: IconName;
	words: string;
}

const noted = (count: number): string => `${figures(count)} ${count === 1 ? 'note' : 'notes'}`;

/** The one line on top of a talk that says where the notes are. */
export function savedText(saving: Saving): SavedState {
	const { online, line, notes, waiting, waitingNotes, refused, forgetful } = saving;
	const here = forgetful ? 'only on this page' : 'on this phone';
	if (refused > 0) {
		return { tone: 'loss', icon: 'warn', words: `${noted(refused)} not taken, still ${here}` };
	}
	if (line === 'signed-out' && waiting > 0) {
		return { tone: 'due', icon: 'key', words: `Signed out, ${noted(waitingNotes)} ${here}` };
	}
	if (!online || (line === 'unreachable' && waiting > 0)) {
		const words = waitingNotes > 0 ? `${noted(waitingNotes)} ${here}` : `notes stay ${here}`;
		return { tone: 'due', icon: 'offline', words: `Offline, ${words}` };
	}
	if (line === 'refused' && waiting > 0) {
		return { tone: 'loss', icon: 'warn', words: `Not saved, ${noted(waitingNotes)} ${here}` };
	}
	if (waitingNotes > 0) {
		return { tone: '', icon: 'up', words: `Saving ${counted(waitingNotes, 'note')}` };
	}
	if (notes === 0) return { tone: 'done', icon: 'check', words: 'Notes save themselves' };
	const all = notes === 1 ? 'Your note is saved' : `All ${noted(notes)} saved`;
	return { tone: 'done', icon: 'check', words: all };
}
