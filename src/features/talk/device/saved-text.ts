import { counted, figures } from '#kernel/number-text.ts';
import type { IconName } from '#ui/icon-names.ts';
import type { Line } from './sender.ts';

/** State of saving on the device. */
export interface Saving {
	/** whether the network is available */
	online: boolean;
	line: Line;
	/** number of notes of the talk */
	notes: number;
	/** number of notes with events that the server does not have yet */
	waitingNotes: number;
	/** number of pending events, those of notes included */
	waiting: number;
	/** number of notes that the server refused; they stay on the device */
	refused: number;
	/** whether some events are only in memory */
	memoryOnly: boolean;
}

export interface SavedState {
	tone: 'due' | 'done' | 'loss' | '';
	icon: IconName;
	words: string;
}

const noted = (count: number): string => `${figures(count)} ${count === 1 ? 'note' : 'notes'}`;

/** The status line of a talk: whether its notes are saved. */
export function savedText(saving: Saving): SavedState {
	const { online, line, notes, waiting, waitingNotes, refused, memoryOnly } = saving;
	const here = memoryOnly ? 'only on this page' : 'on this device';
	if (refused > 0) {
		return { tone: 'loss', icon: 'warn', words: `${noted(refused)} not accepted, still ${here}` };
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
	if (notes === 0) return { tone: 'done', icon: 'check', words: 'Notes are saved automatically' };
	const all = notes === 1 ? 'Your note is saved' : `All ${noted(notes)} saved`;
	return { tone: 'done', icon: 'check', words: all };
}
