import { expect, test } from 'vitest';
import { fileNameOf, invitationText } from './invitation-text.ts';

const talk = {
	startsAt: '2026-12-01T15:00:00.000Z',
	partnerZone: 'Europe/Lisbon' as string | null,
	minutes: 20,
	medium: 'video' as const,
	place: 'https://meet.example/x'
};
const names = { explorer: 'Mara Lindqvist', partner: 'Inês Falcato' };

test('each calendar names the other one, and its own clock first', () => {
	const mine = invitationText(talk, 'mine', names, 'Europe/Stockholm');
	const theirs = invitationText(talk, 'theirs', names, 'Europe/Stockholm');
	expect(mine.summary).toBe('Conversation with Inês Falcato, 20 minutes');
	expect(theirs.summary).toBe('Conversation with Mara Lindqvist, 20 minutes');
	expect(mine.description).toContain('20 minutes by video.\n16:00 in Stockholm, 15:00 in Lisbon.');
	expect(theirs.description).toContain('15:00 in Lisbon, 16:00 in Stockholm.');
	expect(theirs.description).toContain('Link: https://meet.example/x\n');
	expect(theirs.description).toContain('not asking for a job');
});

test('one clock is enough where both show the same', () => {
	for (const partnerZone of [null, 'Europe/Berlin']) {
		const { description } = invitationText(
			{ ...talk, partnerZone },
			'mine',
			names,
			'Europe/Stockholm'
		);
		expect(description).toContain('\n16:00 in Stockholm.\n');
	}
});

test.each([
	['Inês Falcato', false, 'talk-with-ines-falcato.ics'],
	['O’Neil, "Bo" 🦋', true, 'talk-with-o-neil-bo-cancelled.ics'],
	['李雷', false, 'talk.ics'],
	['../../etc/passwd\r\nx', false, 'talk-with-etc-passwd-x.ics']
])('the file about %s has a plain name', (name, cancelled, expected) => {
	expect(fileNameOf(name, cancelled)).toBe(expected);
});
