import { z } from 'zod';
import { id } from '#features/account/shapes.ts';
import { purposes } from '#features/outreach/rules/purposes.ts';
import { media } from '#features/outreach/rules/ways.ts';
import { channels } from './rules/channels.ts';
import { closingReasons, type ClosingReason } from './rules/closing.ts';
import { stageNames, type Stage } from './rules/stage.ts';

export { id };

export const channel = z.enum(channels, { error: 'Choose how you found them.' });

const stages = Object.keys(stageNames) as [Stage, ...Stage[]];
export const stage = z.enum(stages, { error: 'This stage is not known here.' });

const reasons = Object.keys(closingReasons) as [ClosingReason, ...ClosingReason[]];
export const closingReason = z.enum(reasons, { error: 'Choose why it ends.' });

export const medium = z.enum(media, { error: 'Choose phone, in person or video.' });

export const connection = z
	.string()
	.trim()
	.max(300, 'Say how you found them in 300 characters at most.');

export const organizationName = z
	.string()
	.trim()
	.max(160, 'The name of an organization has 160 characters at most.');

const instant = z.string().nullable();

/** What happened in an interview, in instants. */
export const dates = z.object({
	wishedAt: z.string(),
	askedAt: instant,
	chasedAt: instant,
	answeredAt: instant,
	agreedAt: instant,
	heldAt: instant,
	thankedAt: instant,
	closedAt: instant,
	closedBecause: closingReason.nullable()
});

export const theme = z.object({ id: z.string(), title: z.string(), seat: z.number().nullable() });
export const named = z.object({ id: z.string(), name: z.string() });

/** One interview with its dates, as a program finds it. */
export const foundInterview = z.object({
	id: z.string(),
	stage,
	person: named,
	theme,
	channel,
	dates,
	changedAt: z.string()
});

/** What comes next, in a few words, and how it stands out. */
export const next = z.object({ words: z.string(), tone: z.enum(['accent', 'due', 'none']) });

/** One interview as the board and the list show it. */
export const card = z.object({
	id: z.string(),
	personName: z.string(),
	place: z.string(),
	theme,
	stage,
	next
});
export type Card = z.infer<typeof card>;

export const stageColumn = z.object({
	stage,
	name: z.string(),
	/** how many there are; `cards` may hold fewer */
	count: z.number(),
	cards: z.array(card)
});
export type StageColumn = z.infer<typeof stageColumn>;

export const list = z.object({
	/** "Eleven talks held, three ahead." */
	lede: z.string(),
	columns: z.array(stageColumn),
	closedCount: z.number(),
	held: z.number(),
	ahead: z.number(),
	/** requests that wait for an answer, of those that may */
	waiting: z.object({ count: z.number(), of: z.number() }),
	/** the page that follows, where only one stage was asked for and there is more */
	after: z.string().nullable()
});
export type List = z.infer<typeof list>;

const timelineItem = z.object({
	code: z.string(),
	title: z.string(),
	when: z.enum(['past', 'now', 'later']),
	at: z.string().optional(),
	note: z.string().optional()
});

const step = z.object({
	code: z.enum(['prepare', 'ask', 'agree', 'talk', 'reflect']),
	name: z.string(),
	past: z.boolean(),
	current: z.boolean()
});

const sentence = z.object({ code: z.string(), sentence: z.string() });

/** Person, theme and stage: what the head of each page of an interview says. */
export const head = z.object({
	id: z.string(),
	stage,
	stageName: z.string(),
	person: z.object({
		id: z.string(),
		name: z.string(),
		givenName: z.string(),
		/** position and company, as far as known */
		line: z.string(),
		place: z.string(),
		email: z.string().nullable(),
		profile: z.string().nullable(),
		zone: z.string().nullable(),
		mustNotBeContacted: z.boolean()
	}),
	theme,
	channel,
	connection: z.string(),
	connector: named.nullable(),
	organization: named.nullable(),
	dates,
	steps: z.array(step)
});
export type Head = z.infer<typeof head>;

export const message = z.object({
	purpose: z.enum(purposes),
	subject: z.string(),
	body: z.string(),
	minutes: z.number().nullable(),
	changedAt: z.string(),
	sentAt: z.string().nullable(),
	sentThrough: z.string().nullable(),
	/** any answer to thanks or an update; one to a request is the interview's */
	answeredAt: z.string().nullable()
});

/** Business days and dates of an unanswered request; a date that is done with is null. */
export const cadence = z.object({
	quietFor: z.number(),
	secondPersonOn: z.string().nullable(),
	chaserOn: z.string().nullable(),
	closeOn: z.string().nullable()
});

/** The agreed time as the thread shows it; all there is to it is `meetings.see`. */
export const agreedTime = z.object({
	startsAt: z.string(),
	minutes: z.number(),
	medium,
	partnerZone: z.string().nullable(),
	place: z.string()
});

export const thread = head.extend({
	meeting: agreedTime.nullable(),
	/** since when the talk is under way */
	underWaySince: instant,
	/** when partner and connector heard what came of it */
	toldAt: instant,
	/** the day on which the partner should hear it */
	tellOn: z.string().nullable(),
	timeline: z.array(timelineItem),
	goals: z.array(z.object({ id: z.string(), text: z.string() })),
	sources: z.array(
		z.object({
			id: z.string(),
			kind: z.string(),
			title: z.string(),
			link: z.string(),
			answers: z.string(),
			whyYou: z.boolean()
		})
	),
	/** what the research lacks before a request */
	misses: z.array(sentence),
	messages: z.array(message),
	cadence: cadence.nullable(),
	/** what stands in the way of asking now, the weightiest first; empty when one may ask */
	refusals: z.array(sentence),
	waiting: z.object({ count: z.number(), of: z.number() }),
	/** how often this partner was asked in the season that ends now, this request included */
	askedThisSeason: z.number(),
	/** other open interviews of the theme */
	others: z.array(z.object({ id: z.string(), personName: z.string(), stage })),
	reasonsToClose: z.array(z.object({ code: closingReason, name: z.string() })),
	mayReopen: z.boolean(),
	mayRemove: z.boolean()
});
export type Thread = z.infer<typeof thread>;

const found = z.object({ id: z.string(), name: z.string(), line: z.string() });

/** What one needs to know before planning an interview. */
export const considered = z.object({
	person: z
		.object({
			id: z.string(),
			name: z.string(),
			givenName: z.string(),
			line: z.string(),
			mustNotBeContacted: z.boolean(),
			/** the interview that is open with them */
			openInterviewId: z.string().nullable()
		})
		.nullable(),
	connector: named.nullable(),
	/** people whom the typed words find; the partner is not offered as a connector */
	found: z.array(found),
	connectorsFound: z.array(found),
	themes: z.array(theme),
	schools: z.array(named),
	associations: z.array(named)
});
export type Considered = z.infer<typeof considered>;
