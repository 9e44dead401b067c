import { z } from 'zod';
import { day, id } from '#method/field-schemas.ts';
import { channel, named, organizationName, theme } from '#features/interviews/schemas.ts';
import { plainText } from '#kernel/texts.ts';
import { personName, typed } from '#features/people/schemas.ts';

export { channel, day, id, named, organizationName, personName };

const line = (most: number) => typed(most);
const lines = (most: number) => typed(most, plainText);

export const requestText = lines(4000).min(1, 'Enter the text of your request.');
export const about = line(300);
export const country = line(60);
export const training = line(200);
export const title = line(120).min(1, 'Enter the name of the event.');
export const place = line(200);
export const longText = lines(600);
export const note = line(300);
export const themeId = z.uuid({ version: 'v7', error: 'Choose one of your themes.' });
export const connectorId = z.uuid({ version: 'v7', error: 'Choose a connector.' });
/** version (`changedAt`) that the caller read; given, the operation refuses when it changed since */
export const changedAt = z.string().max(40).optional();

/** Answers to an introduction request (method 2). */
export const answers = ['introduced', 'not-now', 'passed-on'] as const;
export const answer = z.enum(answers, 'Choose an answer.');

const instant = z.string().nullable();

/** A channel with its counts and its expected share of yes. */
export const channelRate = z.object({
	channel,
	/** people, whole numbers; those who agreed without a request count as asked */
	asked: z.number(),
	agreed: z.number(),
	held: z.number(),
	/** asked, and neither agreed nor closed yet: they count as neither yes nor no */
	open: z.number(),
	/** shares of yes, 0 to 1: expected, and the central 80 % */
	mean: z.number(),
	from: z.number(),
	to: z.number(),
	/** requests still to send for three interviews, as expected by `mean` */
	needed: z.number(),
	words: z.string()
});

export type ChannelRate = z.infer<typeof channelRate>;

export const rates = z.object({
	/** from the warmest to the coldest for this explorer */
	channels: z.array(channelRate),
	/** people asked in all channels together */
	asked: z.number(),
	/** schools that have not connected the explorer yet, events not attended yet */
	open: z.object({ schools: z.number(), events: z.number() })
});
export type Rates = z.infer<typeof rates>;

export const introduction = z.object({
	id: z.string(),
	name: z.string(),
	about: z.string(),
	country: z.string(),
	theme,
	connector: named,
	requestId: z.string().nullable(),
	personId: z.string().nullable(),
	/** the interview it led to; null once that is deleted */
	interviewId: z.string().nullable(),
	stage: z.enum(['offered', 'agreed', 'introduced', 'led', 'lapsed']),
	offeredAt: z.string(),
	agreedAt: instant,
	introducedAt: instant,
	lapsedAt: instant,
	/** due time of the first message, once the partner agreed */
	writeBy: instant,
	changedAt: z.string()
});
export type Introduction = z.infer<typeof introduction>;

/** People of the address book with the same name, one of whom may be meant. */
export const namesake = z.object({ id: z.string(), name: z.string(), line: z.string() });

export const introductionView = introduction.extend({ namesakes: z.array(namesake) });
export type IntroductionView = z.infer<typeof introductionView>;

export const introductionRequest = z.object({
	id: z.string(),
	question: z.string(),
	theme,
	draftedAt: z.string(),
	/** when the first of them was asked */
	askedAt: instant,
	endedAt: instant,
	counts: z.object({
		people: z.number(),
		asked: z.number(),
		introduced: z.number(),
		notNow: z.number(),
		passedOn: z.number(),
		introductions: z.number()
	})
});
export type IntroductionRequest = z.infer<typeof introductionRequest>;

const recipient = z.object({
	id: z.string(),
	personId: z.string(),
	name: z.string(),
	line: z.string(),
	email: z.string().nullable(),
	mustNotBeContacted: z.boolean(),
	askedAt: instant,
	answeredAt: instant,
	answer: answer.nullable()
});
export type Recipient = z.infer<typeof recipient>;

export const introductionRequestView = introductionRequest.extend({
	text: z.string(),
	changedAt: z.string(),
	recipients: z.array(recipient),
	introductions: z.array(introduction)
});
export type IntroductionRequestView = z.infer<typeof introductionRequestView>;

const partner = z.object({
	/** id of the interview, else of the introduction */
	key: z.string(),
	href: z.string(),
	name: z.string(),
	theme: theme.omit({ id: true }),
	state: z.enum(['talked', 'agreed', 'asked', 'closed'])
});
export const broughtPartners = z.object({
	id: z.string(),
	name: z.string(),
	partners: z.array(partner)
});
export type BroughtPartners = z.infer<typeof broughtPartners>;

/** What the page of the own network shows. */
export const network = z.object({
	lede: z.string(),
	success: z.string(),
	connectors: z.array(broughtPartners),
	/** number of partners introduced by connectors beyond those listed */
	morePartners: z.number(),
	introductionRequests: z.array(introductionRequest),
	introductions: z.array(introduction),
	lapsed: z.number(),
	/** whether the explorer is ready to ask people (method 1) */
	outreachIsOpen: z.boolean()
});
export type Network = z.infer<typeof network>;

const interviewOf = z.object({
	id: z.string(),
	personName: z.string(),
	stage: z.string()
});

export const school = z.object({
	id: z.string(),
	organization: named,
	theme,
	administrator: named.nullable(),
	training: z.string(),
	stage: z.enum(['to-ask', 'asked', 'answered', 'connected', 'declined']),
	askedAt: instant,
	answeredAt: instant,
	connectedAt: instant,
	declinedAt: instant,
	changedAt: z.string(),
	alumni: z.array(interviewOf)
});
export type School = z.infer<typeof school>;

export const schoolView = school.extend({
	text: z.string(),
	administratorEmail: z.string().nullable()
});
export type SchoolView = z.infer<typeof schoolView>;

export const associationEvent = z.object({
	id: z.string(),
	title: z.string(),
	onDay: z.string(),
	place: z.string(),
	theme,
	association: named.nullable(),
	stage: z.enum(['planned', 'asked', 'invited', 'attended', 'called-off']),
	askedAt: instant,
	invitedAt: instant,
	attendedAt: instant,
	calledOffAt: instant,
	changedAt: z.string(),
	/** people met, and those of them who are neither followed up nor let be */
	met: z.number(),
	left: z.number()
});
export type AssociationEvent = z.infer<typeof associationEvent>;

const metPerson = z.object({
	id: z.string(),
	name: z.string(),
	note: z.string(),
	metAt: z.string(),
	personId: z.string().nullable(),
	interviewId: z.string().nullable(),
	followedUpAt: instant,
	followUpSkippedAt: instant,
	namesakes: z.array(namesake)
});
export type MetPerson = z.infer<typeof metPerson>;

export const associationEventView = associationEvent.extend({
	lookFor: z.string(),
	openingLine: z.string(),
	/** the text that asks to attend as a guest */
	text: z.string(),
	people: z.array(metPerson)
});
export type AssociationEventView = z.infer<typeof associationEventView>;
