import ICAL from 'ical.js';
import { addMinutes, type Instant } from '#kernel/clock.ts';
import { fileNameOf, invitationText, type Whose } from '../rules/invitation-text.ts';
import type { Meeting } from '../store.server.ts';

// ical.js does not count the leading space of a folded line: 74 octets and the space are 75 (RFC 5545, 3.1).
ICAL.foldLength = 74;

export interface Invitation {
	fileName: string;
	method: 'PUBLISH' | 'CANCEL';
	/** content of the file, with CRLF line ends */
	text: string;
}

/** Names of both, e-mail address and IANA zone of the explorer. */
export interface Parties {
	explorer: string;
	email: string;
	partner: string;
	zone: string;
}

/** Removes control characters and lone surrogates, which are invalid in calendar files. */
function clean(text: string): string {
	return text
		.replace(/\r\n?/g, '\n')
		.replace(/(?!\n)\p{Cc}/gu, ' ')
		.toWellFormed();
}

/** Times are written in UTC, so that the file needs no zone data (RFC 5545, 3.3.5, form 2). */
function utc(instant: Instant): ICAL.Time {
	return ICAL.Time.fromJSDate(new Date(instant), true);
}

/**
 * Makes the calendar file of a meeting. The UID is constant, each change increments SEQUENCE, and a
 * cancelled meeting is a CANCEL (RFC 5546, PUBLISH and CANCEL).
 * @param whose calendar for which it is; it names the other side
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
	// ical.js omits the last line end; every line ends with CRLF (RFC 5545, 3.1).
	return { fileName: fileNameOf(other, cancelled), method, text: `${calendar.toString()}\r\n` };
}
