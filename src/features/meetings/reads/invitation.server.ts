import ICAL from 'ical.js';
import { addMinutes, type Instant } from '#kernel/clock.ts';
import { fileNameOf, invitationText, type Whose } from '../rules/invitation-text.ts';
import type { Meeting } from '../store.server.ts';

// A folded line begins with a space that ical.js does not count; 75 octets with it (RFC 5545, 3.1).
ICAL.foldLength = 74;

export interface Invitation {
	fileName: string;
	method: 'PUBLISH' | 'CANCEL';
	/** the file itself, lines ended by CRLF */
	text: string;
}

/** Who and where: names as they are said, the explorer's address and IANA zone. */
export interface Parties {
	explorer: string;
	email: string;
	partner: string;
	zone: string;
}

/** Control characters mean nothing in a calendar, and half a character is none. */
function clean(text: string): string {
	return text
		.replace(/\r\n?/g, '\n')
		.replace(/(?!\n)\p{Cc}/gu, ' ')
		.toWellFormed();
}

/** One meeting in one zone is said in UTC: no zone data that grows stale (RFC 5545, 3.3.5, form 2). */
function utc(instant: Instant): ICAL.Time {
	return ICAL.Time.fromJSDate(new Date(instant), true);
}

/**
 * The calendar entry of a meeting as a file to open or to hand on. One UID for life; each change
 * is a higher SEQUENCE, a cancelled one takes the entry away (RFC 5546, PUBLISH and CANCEL).
 * @param whose in whose calendar it goes; it names the other one
 */
export function invitationOf(meeting: Meeting, whose: Whose, parties: Parties): Invitation {
	const cancelled = meeting.cancelledAt !== null;
	const method = cancelled ? 'CANCEL' : 'PUBLISH';
	const { summary, description } = invitationText(meeting, whose, parties, parties.zone);

	const event = new ICAL.Component('vevent');
	const put = (name: string, value: string | number | ICAL.Time): ICAL.Property =>
		event.updatePropertyWithValue(name, typeof value === 'string' ? clean(value) : value);
	put('uid', `${meeting.id}@imago`);
	put('sequence', meeting.sequence);
	put('dtstamp', utc(meeting.changedAt));
	put('created', utc(meeting.agreedAt));
	put('last-modified', utc(meeting.changedAt));
	put('dtstart', utc(meeting.startsAt));
	put('dtend', utc(addMinutes(meeting.startsAt, meeting.minutes)));
	put('summary', summary);
	put('description', description);
	if (meeting.place) put('location', meeting.place);
	put('status', cancelled ? 'CANCELLED' : 'CONFIRMED');
	put('organizer', `mailto:${parties.email}`).setParameter('cn', clean(parties.explorer));

	const calendar = new ICAL.Component('vcalendar');
	calendar.updatePropertyWithValue('prodid', '-//Imago//Invitation//EN');
	calendar.updatePropertyWithValue('version', '2.0');
	calendar.updatePropertyWithValue('method', method);
	calendar.addSubcomponent(event);

	const other = whose === 'mine' ? parties.partner : parties.explorer;
	// ical.js leaves the last line open; every line ends with CRLF (RFC 5545, 3.1).
	return { fileName: fileNameOf(other, cancelled), method, text: `${calendar.toString()}\r\n` };
}
