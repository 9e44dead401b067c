import { counted, figured, figures, inWords, sentenceCase } from '#kernel/number-text.ts';
import type { Timed } from './clock.ts';

/** Length of a talk in whole minutes. */
export interface Length {
	/** length, rounded; null while it is in progress */
	minutes: number | null;
	/** minutes beyond the agreed and offered time, 0 if none */
	overMinutes: number;
}

/** Minutes of a talk, rounded so that length and overrun add up. */
export function lengthOf({ startedAt, endedAt, agreedMinutes, extraMinutes }: Timed): Length {
	if (!startedAt || !endedAt) return { minutes: null, overMinutes: 0 };
	const minutes = Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / 60_000);
	return { minutes, overMinutes: Math.max(0, minutes - agreedMinutes - extraMinutes) };
}

/** Whether a talk ended within its first minute, probably started by mistake. */
export function isUnderAMinute({
	startedAt,
	endedAt
}: Pick<Timed, 'startedAt' | 'endedAt'>): boolean {
	if (!startedAt || !endedAt) return false;
	return Date.parse(endedAt) - Date.parse(startedAt) < 60_000;
}

/** Sentence on the length and punctuality of a talk (method.md 6): "You talked 16 minutes, one over." */
export function afterText(talk: Timed): string {
	const { minutes, overMinutes } = lengthOf(talk);
	if (minutes === null) return '';
	if (isUnderAMinute(talk)) return 'You talked less than a minute.';
	const talked = `You talked ${figured(minutes, 'minute')}`;
	const over = overMinutes > 0 ? `${inWords(overMinutes)} over` : '';
	if (talk.extraMinutes > 0) {
		const parts = [
			`${figures(talk.agreedMinutes)} agreed`,
			`${figures(talk.extraMinutes)} offered`,
			...(over ? [over] : [])
		];
		return `${talked}: ${parts.join(', ')}.`;
	}
	return over ? `${talked}, ${over}.` : `${talked}, as promised.`;
}

/** Comment on keeping the time; empty for a talk of less than a minute. */
export function keepingTimeText(talk: Timed, givenName: string): string {
	if (isUnderAMinute(talk)) return '';
	const { overMinutes } = lengthOf(talk);
	if (overMinutes === 0) return 'You kept your word on the time. That is remembered.';
	return `${sentenceCase(counted(overMinutes, 'minute'))} of ${givenName}’s that nobody offered. Say so when you thank them.`;
}
