import { z } from 'zod';
import { day, id, instant } from '#method/field-schemas.ts';
import { head } from '#features/interviews/schemas.ts';
import { meetingView, minutes, time } from '#features/meetings/schemas.ts';
import { MAX_INT32 } from '#kernel/int32.ts';
import { MOST_NOTE_CHARACTERS } from './rules/events.ts';
import { kinds, LONGEST_TALK } from './rules/read-event.ts';
import { tags } from './rules/tags.ts';

export { day, id, minutes, time };

export const tag = z.enum(tags, { error: 'Choose one of the four tags.' });

export const noteText = z
	.string('Write a few of their words.')
	.trim()
	.min(1, 'Write a few of their words.')
	.max(MOST_NOTE_CHARACTERS, 'A note has at most 2,000 characters. Write two notes instead.');

/** Length of a talk in whole minutes. */
export const lasted = z
	.number('Enter the number of minutes. A rough number is fine.')
	.int('Enter whole minutes.')
	.min(1, 'Enter the number of minutes. A rough number is fine.')
	.max(LONGEST_TALK, 'A conversation has at most 240 minutes (four hours).');

const made = {
	/** UUIDv7, made on the device */
	id,
	device: z.string().min(1).max(80),
	/** increasing number on one device */
	sequence: z.int().min(0).max(MAX_INT32),
	/** instant by the device's clock */
	at: instant
};

/** An event of a talk, as a device records it. */
export const talkEvent = z.discriminatedUnion('kind', [
	z.object({ ...made, kind: z.literal('started'), agreedMinutes: lasted }),
	z.object({ ...made, kind: z.literal('taken-back') }),
	z.object({
		...made,
		kind: z.literal('question-shown'),
		questionId: z.string().nullable(),
		text: z.string()
	}),
	z.object({
		...made,
		kind: z.literal('note'),
		text: z.string(),
		tag: tag.nullable(),
		question: z.string().nullable()
	}),
	z.object({ ...made, kind: z.literal('note-tagged'), noteId: id, tag: tag.nullable() }),
	z.object({ ...made, kind: z.literal('note-changed'), noteId: id, text: z.string() }),
	z.object({ ...made, kind: z.literal('note-removed'), noteId: id }),
	z.object({ ...made, kind: z.literal('extended'), minutes: z.literal([5, 10]) }),
	z.object({ ...made, kind: z.literal('goodbye') }),
	z.object({ ...made, kind: z.literal('resumed') }),
	z.object({
		...made,
		kind: z.literal('held'),
		startedAt: instant,
		minutes: lasted,
		agreedMinutes: lasted
	})
]);

/** Kinds of events that `talks.add` accepts; `held` has an operation of its own. */
export const kind = z
	.enum(kinds, { error: 'This is not an event of a conversation.' })
	.exclude(['held'], {
		error: 'This is not an event of a conversation.'
	});

/** Result for one event that a device sent. */
export const receipt = z.object({
	/** id as sent; null if it had none */
	id: z.string().nullable(),
	accepted: z.boolean(),
	code: z.string().optional(),
	sentence: z.string().optional()
});
export type Receipt = z.infer<typeof receipt>;

export const note = z.object({
	id: z.string(),
	at: z.string(),
	/** milliseconds since the talk began */
	offsetMs: z.number(),
	text: z.string(),
	tag: tag.nullable(),
	/** the question that was shown */
	question: z.string().nullable()
});
export type NoteView = z.infer<typeof note>;

/** A talk for other features: the state reduced from its log. */
export const talkView = z.object({
	interviewId: z.string(),
	startedAt: z.string(),
	endedAt: z.string().nullable(),
	agreedMinutes: z.number(),
	/** minutes of extensions */
	extraMinutes: z.number(),
	/** length, rounded; null while it is in progress */
	minutes: z.number().nullable(),
	/** minutes beyond the agreed and offered time */
	overMinutes: z.number(),
	notes: z.array(note)
});
export type TalkView = z.infer<typeof talkView>;

/** Parts of the brief for the talk page. */
export const brief = z.object({
	goals: z.array(z.string()),
	questions: z.array(z.object({ id: z.string(), text: z.string() })),
	script: z.string()
});

/** Data of the talk page. */
export const talkPage = z.object({
	head,
	brief,
	meeting: meetingView.nullable(),
	/** initial length in minutes: as agreed, else as requested */
	minutes: z.number(),
	events: z.array(talkEvent),
	talk: talkView.nullable()
});
export type TalkPageData = Omit<z.infer<typeof talkPage>, 'talk'>;
