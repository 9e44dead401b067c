import { z } from 'zod';
import { day, id } from '#method/field-schemas.ts';
import { head, named, theme } from '#features/interviews/schemas.ts';
import { message } from '#features/outreach/schemas.ts';
import { debriefSteps, energies, LONGEST_ANSWER } from './rules/debrief.ts';
import { directions, LONGEST_FAVOUR } from './rules/favours.ts';
import { LONGEST_INSIGHT } from './rules/insight.ts';
import { LONGEST_NAMED } from './rules/named-people.ts';
import { aspects, stances, strengths } from './rules/labels.ts';

export { day, id };

export const aspect = z.enum(aspects, { error: 'Choose a topic.' });
export const stance = z.enum(stances, { error: 'Choose for, against or between.' });
export const strength = z.literal(strengths, { error: 'Choose a strength from 1 to 3.' });
/** Whether another partner said it about this theme before, as decided by the explorer. */
export const heard = z.enum(['new', 'before'], { error: 'Choose “new” or “heard before”.' });

/** Text of an insight as typed; `insightText` validates it. */
export const insightInput = z
	.string()
	.max(
		LONGEST_INSIGHT,
		`Write at most ${LONGEST_INSIGHT} characters. You can split the text into two insights.`
	);

export const answer = z
	.string()
	.max(LONGEST_ANSWER, 'Write at most 4,000 characters.')
	.overwrite((text) => text.replaceAll('\r\n', '\n'));
export const energy = z.literal(energies, { error: 'Choose an energy level from 1 to 5.' });
export const debriefStep = z.enum(debriefSteps, {
	error: 'Choose one of the five debrief questions.'
});

export const direction = z.enum(directions, { error: 'Choose who gives the favour.' });
export const favourTyped = z
	.string('Describe the favour in a few words.')
	.max(LONGEST_FAVOUR, `Write at most ${LONGEST_FAVOUR} characters.`);

export const namedTyped = z
	.string('Enter the name.')
	.max(LONGEST_NAMED, `Write at most ${LONGEST_NAMED} characters.`);

export const debrief = z.object({
	surprised: z.string(),
	energyBefore: energy.nullable(),
	energyAfter: energy.nullable(),
	liked: z.string(),
	disliked: z.string(),
	whoElse: z.string(),
	askNext: z.string(),
	/** null while nothing is written */
	changedAt: z.string().nullable(),
	doneAt: z.string().nullable()
});
export type Debrief = z.infer<typeof debrief>;

export const insight = z.object({
	id: z.string(),
	interviewId: z.string(),
	themeId: z.string(),
	text: z.string(),
	/** the partner's own words; empty if not noted */
	words: z.string(),
	aspect,
	criterionId: z.string().nullable(),
	stance,
	strength,
	heard,
	/** when it was marked as heard before */
	heardBeforeAt: z.string().nullable(),
	learnedAt: z.string(),
	changedAt: z.string()
});
export type InsightView = z.infer<typeof insight>;

const insightDetail = insight.extend({
	/** text of the criterion; null for none or a deleted one */
	criterion: z.string().nullable(),
	/** similar insight of an earlier partner, as a suggestion */
	like: z.object({ text: z.string(), personName: z.string() }).nullable()
});
export type InsightDetail = z.infer<typeof insightDetail>;

export const favour = z.object({
	id: z.string(),
	interviewId: z.string(),
	direction,
	text: z.string(),
	/** date on which it was given, if it was */
	givenOn: z.string().nullable(),
	changedAt: z.string()
});
export type FavourView = z.infer<typeof favour>;

export const namedPerson = z.object({
	id: z.string(),
	interviewId: z.string(),
	/** name as noted */
	name: z.string(),
	personId: z.string().nullable()
});

const namedDetail = namedPerson.extend({
	/** people of that name in the address book, while it is not linked */
	perhaps: z.array(z.object({ id: z.string(), name: z.string(), place: z.string() }))
});
export type NamedDetail = z.infer<typeof namedDetail>;

const afterMessage = message.nullable();

export const reflection = z.object({
	head,
	/** sentence at the top; empty before the talk */
	lede: z.string(),
	/** durations, if the talk was followed on the talk screen */
	talk: z.object({ minutes: z.number().nullable(), overMinutes: z.number() }).nullable(),
	/** the day of the talk has passed */
	late: z.boolean(),
	debrief,
	insights: z.array(insightDetail),
	/** richness as text: "7 insights, a rich conversation" */
	richness: z.string(),
	/** remark on few insights, once the debrief is done */
	shallow: z.string().nullable(),
	/** notes of the talk that are no insight yet, marked ones first */
	notes: z.array(
		z.object({
			id: z.string(),
			text: z.string(),
			/** stance to preselect, if the note has one */
			stance: stance.nullable(),
			/** the text quotes the partner */
			theirWords: z.boolean()
		})
	),
	criteria: z.array(z.object({ id: z.string(), text: z.string() })),
	themes: z.array(theme),
	favours: z.array(favour),
	/** favours they certainly gave that the ledger lacks */
	offeredFavours: z.array(z.string()),
	/** suggestions for giving back */
	ideas: z.array(z.string()),
	namedPeople: z.array(namedDetail),
	offeredNames: z.array(z.string()),
	thanks: z.object({
		state: z.enum(['owed', 'late', 'sent', 'none']),
		/** "Due by tomorrow 09:50, 23 hours left" */
		words: z.string(),
		message: afterMessage
	}),
	update: z.object({
		/** the next update to write; null when there is none */
		next: z.enum(['update', 'second-update']).nullable(),
		/** date from which it is due */
		dueOn: z.string().nullable(),
		/** why no further update is written */
		over: z.enum(['answered', 'two-unanswered']).nullable(),
		message: afterMessage,
		sent: z.array(message)
	}),
	connector: named
		.extend({
			givenName: z.string(),
			email: z.string().nullable(),
			mustNotBeContacted: z.boolean(),
			tellOn: z.string().nullable(),
			thanks: afterMessage,
			update: afterMessage
		})
		.nullable(),
	/** texts noted of the talk, for the check of a thank-you */
	said: z.array(z.string())
});
export type Reflection = z.infer<typeof reflection>;
