import { z } from 'zod';
import { stepCodes, type About, type StepIcon } from './rules/today-step.ts';
import { stage, theme } from '#features/interviews/shapes.ts';

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

const icons = [
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
] as const satisfies readonly StepIcon[];

const abouts = [
	'interview',
	'import',
	'theme',
	'introduction',
	'gathering',
	'decision',
	'webhook'
] as const satisfies readonly About[];

const way = z.object({ label: z.string(), href: z.string() });

const step = z.object({
	code: z.enum(stepCodes),
	icon: z.enum(icons),
	title: z.string(),
	why: z.string(),
	action: way,
	beside: way.optional(),
	due: z.enum(['overdue', 'today', 'soon', 'none']),
	about: z.object({ kind: z.enum(abouts), id: z.string() }).optional(),
	talk: z
		.object({
			line: z.string(),
			length: z.string(),
			elsewhere: z.string(),
			theme: z.object({ title: z.string(), seat: z.number().nullable() }),
			brief: z.string()
		})
		.optional()
});

const week = z.object({
	from: z.string(),
	label: z.string(),
	asked: z.number(),
	talked: z.number(),
	current: z.boolean()
});

/** What Today shows: the steps, the rhythm of the weeks, and the requests that wait. */
export const todaySeen = z.object({
	today: z.object({
		first: step.nullable(),
		also: z.array(step),
		folded: z.array(step),
		/** steps that wait beyond the folded ones */
		beyond: z.number(),
		lede: z.string(),
		waiting: z.object({ count: z.number(), of: z.number(), sentence: z.string() })
	}),
	weeks: z.object({
		weeks: z.array(week),
		asked: z.number(),
		talked: z.number(),
		summary: z.string(),
		table: z.object({
			caption: z.string(),
			columns: z.array(z.string()),
			rows: z.array(z.tuple([z.string(), z.number(), z.number()]))
		})
	}),
	waiting: z.number(),
	followUps: z.array(
		z.object({
			id: z.string(),
			personName: z.string(),
			themeTitle: z.string(),
			what: z.string(),
			on: z.string()
		})
	)
});
