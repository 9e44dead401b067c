import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { invitationOf } from './invitation.server.ts';
import { hardName, meetingWith, parties } from '#tests/support/invitations.ts';

function eventIn(text: string): ICAL.Component {
	const event = new ICAL.Component(ICAL.parse(text) as unknown[] as never).getFirstSubcomponent(
		'vevent'
	);
	if (!event) throw new Error('There is no event in it.');
	return event;
}

const valueIn = (text: string, name: string): string =>
	String(eventIn(text).getFirstPropertyValue(name));

test('an invitation says what was agreed, in UTC', () => {
	const place = '+351 21 000 0000';
	const { text, method } = invitationOf(meetingWith({ place, sequence: 3 }), 'mine', parties);
	expect(method).toBe('PUBLISH');
	expect(text.split('\r\n')).toEqual([
		'BEGIN:VCALENDAR',
		'PRODID:-//Imago//Invitation//EN',
		'VERSION:2.0',
		'METHOD:PUBLISH',
		'BEGIN:VEVENT',
		'UID:01938b6c-0000-7000-8000-000000000001@imago',
		'SEQUENCE:3',
		'DTSTAMP:20261123T080000Z',
		'CREATED:20261123T080000Z',
		'LAST-MODIFIED:20261123T080000Z',
		'DTSTART:20261201T150000Z',
		'DTEND:20261201T151500Z',
		'SUMMARY:Conversation with Inês Falcato\\, 15 minutes',
		'DESCRIPTION:15 minutes by phone.\\n16:00 in Stockholm\\, 15:00 in Lisbon.\\nN',
		expect.stringMatching(/^ umber: \+351 21 000 0000\\nYou watch the time\./),
		expect.stringMatching(/^ /),
		'LOCATION:+351 21 000 0000',
		'STATUS:CONFIRMED',
		'ORGANIZER;CN=Mara Lindqvist:mailto:mara.lindqvist@people.example',
		'END:VEVENT',
		'END:VCALENDAR',
		''
	]);
});

test('cancelling increments the sequence, and the reason is not exported', () => {
	const off = meetingWith({
		sequence: 1,
		cancelledAt: '2026-11-24T08:00:00.000Z',
		because: 'A child is ill'
	});
	const { text, method, fileName } = invitationOf(off, 'mine', parties);
	expect([method, fileName]).toEqual(['CANCEL', 'talk-with-ines-falcato-cancelled.ics']);
	expect(text).toContain('METHOD:CANCEL\r\n');
	expect(text).toContain('STATUS:CANCELLED\r\n');
	expect(text).not.toContain('child');
});

test('names with special characters are escaped', () => {
	const { text } = invitationOf(meetingWith(), 'mine', { ...parties, partner: hardName });
	expect(valueIn(text, 'summary')).toBe(`Conversation with ${hardName}, 15 minutes`);
});

test('any text: lines of at most 75 octets, no injected properties, round trip', () => {
	const texts = fc.string({ unit: 'grapheme', maxLength: 300 });
	fc.assert(
		fc.property(texts, texts, texts, (partner, place, explorer) => {
			const names = { ...parties, partner, explorer };
			const { text } = invitationOf(meetingWith({ place }), 'mine', names);
			expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
			const lines = text.split('\r\n');
			expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
			expect(text.replaceAll('\r\n', '')).not.toMatch(/\p{Cc}/u);
			expect(lines.filter((line) => line.startsWith('BEGIN:'))).toHaveLength(2);
			expect(valueIn(text, 'summary')).toBe(`Conversation with ${partner}, 15 minutes`);
			if (place) expect(valueIn(text, 'location')).toBe(place);
		})
	);
});

test('control characters, CR line ends and lone surrogates are removed', () => {
	const place = 'a\u0000b\rc\r\nd\u0007\ud83e';
	const { text } = invitationOf(meetingWith({ place }), 'mine', parties);
	expect(valueIn(text, 'location')).toBe('a b\nc\nd \ufffd');
	const written = Buffer.from(text, 'utf8').toString('utf8');
	expect(written).toBe(text);
});
