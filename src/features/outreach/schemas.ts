import { z } from 'zod';
import { id } from '#method/field-schemas.ts';
import { channel, medium, type Head } from '#features/interviews/schemas.ts';
import { findingCodes } from '#method/text-check/finding.ts';
import { LONGEST_BODY, LONGEST_SUBJECT } from './rules/lengths.ts';
import { afterPurposes, purposes } from '#method/purposes.ts';
import { lengths } from '#method/media.ts';

export { channel, id, medium };

export const purpose = z.enum(purposes, {
	error: 'Choose a request, a follow-up, a thank-you or an update.'
});
export type { AfterPurpose, AskPurpose, Purpose } from '#method/purposes.ts';

export const message = z.object({
	purpose: z.enum(purposes),
	subject: z.string(),
	body: z.string(),
	minutes: z.number().nullable(),
	changedAt: z.string(),
	sentAt: z.string().nullable(),
	sentThrough: z.string().nullable(),
	/** time of an answer to thanks or an update; an answer to a request belongs to the interview */
	answeredAt: z.string().nullable()
});

/** Business days and dates of an unanswered request; completed steps are null. */
export const cadence = z.object({
	quietFor: z.number(),
	secondPersonOn: z.string().nullable(),
	followUpOn: z.string().nullable(),
	closeOn: z.string().nullable()
});

/** A stored message, for pages. */
export type MessageOutput = z.infer<typeof message>;

/** Facts of an interview for writing to its partner: names, channel, earlier messages. */
export type WrittenTo = Pick<Head, 'id' | 'person' | 'connector' | 'channel'> & {
	messages: MessageOutput[];
	cadence: z.infer<typeof cadence> | null;
};

/** Purposes whose answer is noted on the message; an answer to a request belongs to the interview. */
export const answerable = z.enum(afterPurposes, {
	error: 'Choose a thank-you or an update. Mark a request as answered on the page of the interview.'
});

/** Requested length in minutes (method 3). */
export const minutes = z.literal(lengths, {
	error: 'Choose 10, 15, 20 or 30 minutes. Thirty is the most you can ask for.'
});

export const subject = z
	.string()
	.max(LONGEST_SUBJECT, 'A subject can have 300 characters at most.');
export const body = z
	.string()
	.max(LONGEST_BODY, 'A draft can have 12,000 characters at most. A request is far shorter.');

/** Version (`changedAt`) of the draft that the caller read; null for none. */
export const expectedChangedAt = z.string().max(40).nullable().optional();

export const sentThrough = z.enum(['copied', 'mail-app', 'linkedin', 'other'], {
	error: 'Choose how you sent it: copied, from your mail app, on LinkedIn, or another way.'
});

const finding = z.object({
	code: z.enum(findingCodes),
	level: z.enum(['loss', 'due']),
	where: z.enum(['subject', 'body']),
	from: z.number(),
	to: z.number(),
	quote: z.string(),
	sentence: z.string()
});

export const check = z.object({
	checked: z.enum(['english', 'not-checked']),
	findings: z.array(finding),
	goodPoints: z.array(z.object({ code: z.string(), words: z.string() })),
	wordCount: z.number(),
	subjectWordCount: z.number(),
	questionCount: z.number(),
	/** the finding for which the text cannot be sent, if any */
	refused: finding.nullable()
});

/** Time of sending, and the dates that follow by the cadence. */
export const sent = z.object({
	interviewId: z.string(),
	purpose,
	sentAt: z.string(),
	next: cadence,
	/** due date of the next update, if any */
	updateOn: z.string().nullable()
});

export const template = z.object({
	purpose,
	channel,
	subject: z.string(),
	body: z.string(),
	/** `yours` for the explorer's own template, `ours` for the default one */
	own: z.enum(['yours', 'ours']),
	placeholders: z.array(
		z.object({ name: z.string(), explanation: z.string(), example: z.string() })
	)
});
export type TemplateView = z.infer<typeof template>;
