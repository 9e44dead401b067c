import { z } from 'zod';
import { stepCodes, type About, type StepIcon } from './rules/today-step.ts';

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
export type TodaySeen = z.infer<typeof todaySeen>;
