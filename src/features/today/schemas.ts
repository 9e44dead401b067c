import { z } from 'zod';
import { stepCodes } from './rules/today-step.ts';
import { stage, theme } from '#features/interviews/schemas.ts';

/** What comes next in an interview, in a few words, as the board and the list say it. */
const next = z.object({
	words: z.string(),
	/** accent: the next step is the explorer's; due: its day has come */
	tone: z.enum(['accent', 'due', 'none'])
});
export type Next = z.infer<typeof next>;

/** One interview as the board and the list show it. */
const card = z.object({
	id: z.string(),
	personName: z.string(),
	place: z.string(),
	theme,
	stage,
	next
});
export type Card = z.infer<typeof card>;

const stageColumn = z.object({
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

const way = z.object({ label: z.string(), href: z.string() });

/** One thing on Today. */
const step = z.object({
	code: z.enum(stepCodes),
	icon: z.enum([
		'today',
		'clarity',
		'people',
		'intro',
		'interviews',
		'heart',
		'mail',
		'clock',
		'gift',
		'flag',
		'phone',
		'decide',
		'link',
		'note'
	]),
	title: z.string(),
	why: z.string(),
	action: way,
	/** another way on, beside the one step */
	beside: way.optional(),
	/**
	 * How near a step is. `overdue` is only what is owed to somebody; one's own reminders stay
	 * `today` however long they wait, for a list of neglect helps nobody.
	 */
	due: z.enum(['overdue', 'today', 'soon', 'none']),
	about: z
		.object({
			kind: z.enum([
				'interview',
				'import',
				'theme',
				'introduction',
				'event',
				'decision',
				'webhook'
			]),
			id: z.string()
		})
		.optional(),
	/** an agreed talk, as the first card shows it */
	talk: z
		.object({
			/** "Deputy editor, Maré Alta, Lisbon" */
			line: z.string(),
			/** "By phone, 15 minutes" */
			length: z.string(),
			/** "15:00 in Lisbon", empty where the partner's clock says the same */
			elsewhere: z.string(),
			theme: z.object({ title: z.string(), seat: z.number().nullable() }),
			/** what the brief still lacks, or that it is complete */
			brief: z.string()
		})
		.optional()
});
export type Step = z.infer<typeof step>;

const week = z.object({
	/** its Monday, a date in the explorer's zone */
	from: z.string(),
	/** "21 Sep" */
	label: z.string(),
	asked: z.number(),
	talked: z.number(),
	/** the week that today lies in, the last one */
	current: z.boolean()
});
export type Week = z.infer<typeof week>;

const weeks = z.object({
	/** oldest first */
	weeks: z.array(week),
	asked: z.number(),
	talked: z.number(),
	/** for the picture, to be read aloud */
	summary: z.string(),
	table: z.object({
		caption: z.string(),
		columns: z.array(z.string()),
		rows: z.array(z.tuple([z.string(), z.number(), z.number()]))
	})
});
export type Weeks = z.infer<typeof weeks>;

/** What comes next for one request that waits. */
const followUp = z.object({
	id: z.string(),
	personName: z.string(),
	themeTitle: z.string(),
	/** what is to be done, as a sentence without its date */
	what: z.string(),
	/** the date it is for, today or later */
	on: z.string()
});
export type FollowUp = z.infer<typeof followUp>;

/** What Today shows: the steps, the rhythm of the weeks, and the requests that wait. */
export const todayView = z.object({
	today: z.object({
		first: step.nullable(),
		also: z.array(step),
		folded: z.array(step),
		/** steps that wait beyond the folded ones */
		beyond: z.number(),
		lede: z.string(),
		/** requests that wait for an answer, of those that may */
		waiting: z.object({ count: z.number(), of: z.number(), sentence: z.string() })
	}),
	weeks,
	waiting: z.number(),
	followUps: z.array(followUp)
});
export type TodayView = z.infer<typeof todayView>;
