import { expect, test } from 'vitest';
import { timelineText } from './timeline-text.ts';

const moment = { now: '2026-11-23T09:42:00.000Z', zone: 'Europe/Stockholm' };
const at = '2026-11-23T03:40:00.000Z';

test('how one found somebody stays as it was written', () => {
	const wished = { code: 'wished', title: 'Added', when: 'past', at } as const;
	const note = 'Karin Ekblad thought we should meet';
	expect(timelineText({ ...wished, note }, moment)).toBe(`Today at 04:40. ${note}`);
	expect(timelineText(wished, moment)).toBe('Today at 04:40');
});

test('what comes has its date, and a note goes on after it', () => {
	const ask = { code: 'ask', title: 'Send request', when: 'now' } as const;
	expect(timelineText({ ...ask, at, note: 'Within a day of their yes' }, moment)).toBe(
		'By today at 04:40, within a day of their yes'
	);
	expect(timelineText({ ...ask, note: 'They pick' }, moment)).toBe('They pick');
	expect(timelineText(ask, moment)).toBe('');
	expect(
		timelineText(
			{ code: 'talk', title: 'Prepare and hold the conversation', when: 'now', at },
			moment
		)
	).toBe('Today at 04:40');
	expect(timelineText({ code: 'closed', title: 'No answer', when: 'now', at }, moment)).toBe(
		'Today at 04:40'
	);
});
