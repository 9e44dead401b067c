import { z } from 'zod';
import { id } from '#method/field-schemas.ts';
import { media } from '#method/media.ts';
import { channels } from '#method/channels.ts';
import { closingReasons, type ClosingReason } from '#method/closing-reasons.ts';
import { stageNames, type Stage } from '#method/stage.ts';
import { interviewSteps } from './rules/steps.ts';

export { id };

export const channel = z.enum(channels, { error: 'Choose how you found them.' });

const stages = Object.keys(stageNames) as [Stage, ...Stage[]];
export const stage = z.enum(stages, { error: 'This stage is unknown.' });

const reasons = Object.keys(closingReasons) as [ClosingReason, ...ClosingReason[]];
export const closingReason = z.enum(reasons, { error: 'Choose a reason for closing.' });

export const medium = z.enum(media, { error: 'Choose phone, in person or video.' });

export const connection = z
	.string()
	.trim()
	.max(300, 'Say how you found them in at most 300 characters.');

export const organizationName = z
	.string()
	.trim()
	.max(160, 'The name of an organization has at most 160 characters.');

const instant = z.string().nullable();

/** Dates of an interview, as instants. */
export const dates = z.object({
	wishedAt: z.string(),
	askedAt: instant,
	followedUpAt: instant,
	answeredAt: instant,
	agreedAt: instant,
	heldAt: instant,
	thankedAt: instant,
	closedAt: instant,
	closedBecause: closingReason.nullable()
});

export const theme = z.object({ id: z.string(), title: z.string(), seat: z.number().nullable() });
export const named = z.object({ id: z.string(), name: z.string() });

/** An interview with its dates, as listed by the API. */
export const foundInterview = z.object({
	id: z.string(),
	stage,
	person: named,
	theme,
	channel,
	dates,
	changedAt: z.string()
});

const step = z.object({
	code: z.enum(interviewSteps),
	name: z.string(),
	past: z.boolean(),
	/** the current step, of at most one; independent of the page shown */
	current: z.boolean()
});

/** Head of each page of an interview: person, theme and stage. */
export const head = z.object({
	id: z.string(),
	stage,
	stageName: z.string(),
	person: z.object({
		id: z.string(),
		name: z.string(),
		givenName: z.string(),
		/** position and company, if known */
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

const found = z.object({ id: z.string(), name: z.string(), line: z.string() });

/** Data for planning an interview. */
export const planningChoicesSchema = z.object({
	person: z
		.object({
			id: z.string(),
			name: z.string(),
			givenName: z.string(),
			line: z.string(),
			mustNotBeContacted: z.boolean(),
			/** id of the open interview with them */
			openInterviewId: z.string().nullable()
		})
		.nullable(),
	connector: named.nullable(),
	/** people found by the typed text; the partner is not offered as a connector */
	found: z.array(found),
	connectorsFound: z.array(found),
	themes: z.array(theme),
	schools: z.array(named),
	associations: z.array(named)
});
export type PlanningChoices = z.infer<typeof planningChoicesSchema>;
