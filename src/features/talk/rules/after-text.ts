import { counted, figured, figures } from '#kernel/number-text.ts';
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

/** Sentence on the length and punctuality of a talk (method.md 6): "Your conversation took 16 minutes, one minute over." */
export function afterText(talk: Timed): string {
	const { minutes, overMinutes } = lengthOf(talk);
	if (minutes === null) return '';
	if (isUnderAMinute(talk)) return 'Your conversation took less than a minute.';
	const talked = `Your conversation took ${figured(minutes, 'minute')}`;
	const over = overMinutes > 0 ? `${counted(overMinutes, 'minute')} over` : '';
	if (talk.extraMinutes > 0) {
		const parts = [
			`${figures(talk.agreedMinutes)} agreed`,
			`${figures(talk.extraMinutes)} added`,
			...(over ? [over] : [])
		];
		return `${talked}: ${parts.join(', ')}.`;
	}
	return over ? `${talked}, ${over}.` : `${talked}, as agreed.`;
}

/** Comment on keeping the time; empty for a talk of less than a minute. */
export function keepingTimeText(talk: Timed, givenName: string): string {
	if (isUnderAMinute(talk)) return '';
	const { overMinutes } = lengthOf(talk);
	if (overMinutes === 0) return 'You kept to the agreed time. People remember that.';
	return `You took ${counted(overMinutes, 'more minute')} of ${givenName}’s time than agreed. Mention it when you thank them.`;
}
