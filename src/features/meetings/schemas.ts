import { z } from 'zod';
import { day, id } from '#method/field-schemas.ts';
import { head, medium } from '#features/interviews/schemas.ts';
import { lengths } from '#method/media.ts';
import { isInstant, isZone } from '#kernel/clock.ts';
import { LONGEST_LENGTH, notTooLong } from './rules/lengths.ts';

export { day, id, medium };

/** A wall time, hours and minutes: `16:00`. */
export const time = z
	.string('Enter a time, for example 16:00.')
	.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Enter a time like 16:00.');

/** Agreed length in minutes (method 3). */
export const minutes = z.literal(lengths, {
	error: ({ input }) =>
		Number(input) > LONGEST_LENGTH ? notTooLong : 'Choose 10, 15, 20 or 30 minutes.'
});

/** In whose zone a time is entered. */
export const clock = z.enum(['mine', 'theirs'], {
	error: 'Choose whose time zone this is: yours or theirs.'
});

/** Which occurrence of a wall time that comes twice when the clocks go back. */
export const fold = z.enum(['first', 'second'], {
	error: 'Choose which of the two times it is: the first or the second.'
});

export const partnerZone = z
	.string()
	.refine(isZone, { error: 'This time zone is not known. Choose one from the list.' });

export const place = z
	.string()
	.trim()
	.max(300, 'A number, an address or a link can have 300 characters at most.');

export const because = z.string().trim().max(300, 'A reason can have 300 characters at most.');

/** Version of the meeting that the caller read; an operation refuses when it changed since. */
export const changedAt = z.iso.datetime(
	'Give the version of the meeting that you read last (changedAt).'
);

/** Input fields of an agreement. */
export const agreement = {
	day: z.iso.date('Enter a day, for example 2026-12-01.'),
	time,
	clock: clock.default('mine'),
	fold: fold.nullable().optional(),
	partnerZone: partnerZone.nullable().optional(),
	minutes,
	medium,
	place: place.default('')
};

/** Example input of `meetings.agree` and `meetings.move`. */
export const agreementExample = {
	day: '2026-12-01',
	time: '16:00',
	partnerZone: 'Europe/Lisbon',
	minutes: 15,
	medium: 'phone'
} as const;
export const exampleChange = '2026-11-23T09:42:00.000Z';

/** An agreement as stored, to restore it. */
export const terms = {
	startsAt: z.iso
		.datetime({ error: 'Give the time before rescheduling.', abort: true })
		.refine((at) => isInstant(new Date(at).toISOString()), {
			error: 'The year of a meeting must be between 1900 and 2199.'
		}),
	zone: partnerZone,
	partnerZone: partnerZone.nullable(),
	minutes,
	medium,
	place
};

/** A meeting that is not cancelled. */
export const meetingView = z.object({
	id: z.string(),
	interviewId: z.string(),
	/** ISO instant */
	startsAt: z.string(),
	/** IANA zone in which the wall time was agreed on */
	zone: z.string(),
	/** `2026-11-23T16:00`, in that zone */
	wallTime: z.string(),
	partnerZone: z.string().nullable(),
	minutes: z.number(),
	medium,
	/** a number, an address or a link; empty if none was given */
	place: z.string(),
	/** number of changes of the calendar entry */
	sequence: z.number(),
	agreedAt: z.string(),
	changedAt: z.string()
});
export type MeetingView = z.infer<typeof meetingView>;

/** The terms that a move replaced. */
export const formerTerms = meetingView.pick({
	startsAt: true,
	zone: true,
	partnerZone: true,
	minutes: true,
	medium: true,
	place: true
});

/** A cancelled meeting. */
export const cancelledMeeting = meetingView.extend({
	cancelledAt: z.string(),
	because: z.string()
});
export type CancelledMeeting = z.infer<typeof cancelledMeeting>;

/** Initial values of the form. */
export const prefilled = z.object({
	day: z.string(),
	time: z.string(),
	clock,
	fold: fold.nullable(),
	partnerZone: z.string().nullable(),
	minutes: z.number(),
	medium,
	place: z.string()
});
export type Prefilled = z.infer<typeof prefilled>;

/** Text to send the day before (method 4). */
export const confirmation = z.object({
	/** date of the day before, in the partner's zone */
	sendOn: z.string(),
	/** whether that day has come */
	due: z.boolean(),
	text: z.string()
});
export type Confirmation = z.infer<typeof confirmation>;

/** Data of the page about the agreed time. */
export const agreed = z.object({
	head,
	state: z.enum(['open', 'agreed', 'past', 'cancelled', 'held', 'closed']),
	/** IANA zone of the explorer */
	zone: z.string(),
	meeting: meetingView.nullable(),
	cancelled: cancelledMeeting.nullable(),
	prefilled,
	/** minutes that the request asked for, if one was sent */
	askedMinutes: z.number().nullable(),
	confirmation: confirmation.nullable(),
	/** organizer in the calendar file */
	organizer: z.object({ name: z.string(), email: z.string() })
});
export type Agreed = z.infer<typeof agreed>;
