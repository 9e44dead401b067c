import { counted, figured, figures, inWords, sentenceCase } from '#kernel/number-text.ts';
import type { Timed } from './clock.ts';

/** How long a talk was, in whole minutes. */
export interface Length {
	/** talked, rounded; nothing while it is under way */
	minutes: number | null;
	/** over what was agreed on and offered, 0 where none */
	overMinutes: number;
}

/** Minutes of a talk, rounded so that what is said of them adds up. */
export function lengthOf({ startedAt, endedAt, agreedMinutes, extraMinutes }: Timed): Length {
	if (!startedAt || !endedAt) return { minutes: null, overMinutes: 0 };
	const minutes = Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / 60_000);
	return { minutes, overMinutes: Math.max(0, minutes - agreedMinutes - extraMinutes) };
}

/** Whether it ended within its first minute: nobody kept a word by it, and it may be a slip. */
export function isUnderAMinute({
	startedAt,
	endedAt
}: Pick<Timed, 'startedAt' | 'endedAt'>): boolean {
	if (!startedAt || !endedAt) return false;
	return Date.parse(endedAt) - Date.parse(startedAt) < 60_000;
}

/** What is said of keeping time, honestly (method.md 6). "You talked 16 minutes, one over." */
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

/** What follows from it, kindly; nothing from less than a minute. */
export function keepingTimeText(talk: Timed, givenName: string): string {
	if (isUnderAMinute(talk)) return '';
	const { overMinutes } = lengthOf(talk);
	if (overMinutes === 0) return 'You kept your word on the time. That is remembered.';
	return `${sentenceCase(counted(overMinutes, 'minute'))} of ${givenName}’s that nobody offered. Say so when you thank them.`;
}
