import { dayOf, daysBetween, type Instant } from '#kernel/clock.ts';
import { counted, figured } from '#kernel/number-text.ts';
import { clockText, calendarDateText } from '#method/calendar-text.ts';

export interface TalkFacts {
	heldAt: Instant;
	/** minutes talked, if the talk was followed on the talk screen */
	minutes: number | null;
	/** minutes beyond the agreed and offered ones */
	overMinutes: number;
	/** minutes offered in addition to the agreed ones */
	extraMinutes: number;
}

/**
 * Sentence above a reflection: length, date, punctuality, and why to reflect now (method 7).
 * @param zone IANA zone of the explorer
 */
export function reflectionLede(talk: TalkFacts, now: Instant, zone: string): string {
	const length = talk.minutes ? ` for ${figured(talk.minutes, 'minute')}` : '';
	const today = dayOf(now, zone) === dayOf(talk.heldAt, zone);
	const why = today
		? 'Take ten minutes now, while you remember the conversation well.'
		: 'Write down what you still remember.';
	return `You spoke${length} ${whenTalked(talk.heldAt, now, zone)}${punctual(talk)}. ${why}`;
}

function whenTalked(heldAt: Instant, now: Instant, zone: string): string {
	const day = dayOf(heldAt, zone);
	const ago = daysBetween(day, dayOf(now, zone));
	if (ago === 1) return 'yesterday';
	if (ago !== 0) return `on ${calendarDateText(day)}`;
	const clock = clockText(heldAt, zone);
	if (clock < '12:00') return 'this morning';
	return clock < '18:00' ? 'this afternoon' : 'this evening';
}

/** Sentence on overrun time (method 6); empty if the talk was not timed. */
function punctual({ minutes, overMinutes, extraMinutes }: TalkFacts): string {
	if (!minutes) return '';
	if (overMinutes <= 0) return ' and ended on time';
	const than = extraMinutes > 0 ? 'you were offered' : 'agreed';
	return `, ${counted(overMinutes, 'minute')} longer than ${than}`;
}
