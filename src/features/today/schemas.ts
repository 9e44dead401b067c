import { z } from 'zod';
import { stepCodes } from './rules/today-step.ts';
import { stage, theme } from '#features/interviews/schemas.ts';

/** Next step of an interview in a few words, for board and list. */
const next = z.object({
	words: z.string(),
	/** accent: the explorer's own step; due: its date has come */
	tone: z.enum(['accent', 'due', 'none'])
});
export type Next = z.infer<typeof next>;

/** One interview on board and list. */
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
	/** total number; `cards` may hold fewer */
	count: z.number(),
	cards: z.array(card)
});
export type StageColumn = z.infer<typeof stageColumn>;

export const list = z.object({
	/** "Eleven conversations held, three planned." */
	lede: z.string(),
	columns: z.array(stageColumn),
	closedCount: z.number(),
	held: z.number(),
	ahead: z.number(),
	/** number of waiting requests, and the most allowed */
	waiting: z.object({ count: z.number(), of: z.number() }),
	/** cursor of the next page, when one stage was asked for */
	after: z.string().nullable()
});
export type List = z.infer<typeof list>;

const linkTo = z.object({ label: z.string(), href: z.string() });

/** A step on Today. */
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
	action: linkTo,
	/** secondary action */
	beside: linkTo.optional(),
	/** Urgency. `overdue`: owed to somebody; the explorer's own tasks remain `today`. */
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
	/** details of an agreed talk, for the first card */
	talk: z
		.object({
			/** "Deputy editor, Maré Alta, Lisbon" */
			line: z.string(),
			/** "By phone, 15 minutes" */
			length: z.string(),
			/** "15:00 in Lisbon"; empty in the same zone */
			elsewhere: z.string(),
			theme: z.object({ title: z.string(), seat: z.number().nullable() }),
			/** what is missing in the brief, or that it is complete */
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
	/** text alternative of the chart */
	summary: z.string(),
	table: z.object({
		caption: z.string(),
		columns: z.array(z.string()),
		rows: z.array(z.tuple([z.string(), z.number(), z.number()]))
	})
});
export type Weeks = z.infer<typeof weeks>;

/** Next follow-up of a waiting request. */
const followUp = z.object({
	id: z.string(),
	personName: z.string(),
	themeTitle: z.string(),
	/** the follow-up as a sentence without its date */
	what: z.string(),
	/** its date, today or later */
	on: z.string()
});
export type FollowUp = z.infer<typeof followUp>;

/** View of Today: steps, chart of weeks, and waiting requests. */
export const todayView = z.object({
	today: z.object({
		first: step.nullable(),
		also: z.array(step),
		folded: z.array(step),
		/** number of steps beyond the folded ones */
		beyond: z.number(),
		lede: z.string(),
		/** number of waiting requests, and the most allowed */
		waiting: z.object({ count: z.number(), of: z.number(), sentence: z.string() })
	}),
	weeks,
	waiting: z.number(),
	followUps: z.array(followUp)
});
export type TodayView = z.infer<typeof todayView>;
