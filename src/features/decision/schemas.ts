import { z } from 'zod';
import { day, id, lines } from '#method/values.ts';
import { aspect, stance, strength } from '#features/reflection/schemas.ts';
import { plannedRungs, rungs } from './rules/ladder.ts';
import { outcomes } from './rules/outcomes.ts';

export { day, id };

/** A text that must be there. */
const asked = (most: number, ask: string) => lines(most, { ask }).min(1, ask);

/** Short enough that an undo carries it. */
export const counterText = asked(500, 'Say in a sentence what speaks against it most.');
export const outcome = z.enum(outcomes, { error: 'Choose what you conclude.' });
export const reasons = asked(1000, 'Say why, in a sentence or two; it is kept with the evidence.');
export const sparedText = lines(300);
const hours = 'Whole hours, for example 400.';
export const sparedHours = z
	.number(hours)
	.int(hours)
	.min(0, 'Hours begin at 0.')
	.max(100_000, 'That is more than a working life. Whole hours, for example 400.');
export const rung = z.enum(rungs, { error: 'Choose the next rung of the ladder.' });
export const plannedRung = z.enum(plannedRungs, { error: 'Choose a rung of the ladder.' });
export const experimentText = asked(300, 'Say in a few words what you will do.');
export const learnedText = lines(600);

const score = z.object({ score: z.number(), low: z.number(), high: z.number() });
export type ScoreView = z.infer<typeof score>;

export const heard = z.object({
	heard: z.enum(['nothing', 'too-early', 'undefined', 'still-new', 'enough', 'strict']),
	/** new insights in the first talks, and in the last ones */
	inBase: z.number(),
	inRun: z.number(),
	/** 0 and more; null where the first talks brought nothing */
	ratio: z.number().nullable(),
	/** talks that are missing until it can be told; 0 where it can */
	talksLeft: z.number(),
	/** talks without insights; they do not count yet */
	silent: z.number(),
	/** fewer than six insights a talk: looks exhausted too early */
	shallow: z.boolean()
});
export type Heard = z.infer<typeof heard>;

/** What somebody said: their own words where they were kept, else the explorer's. */
const quote = z.object({ words: z.string(), text: z.string() });

const cell = z.object({
	for: z.number(),
	between: z.number(),
	against: z.number(),
	/** talks that speak to the criterion */
	talks: z.number(),
	strongest: quote.nullable()
});
export type Cell = z.infer<typeof cell>;

const dealBreaker = quote.extend({
	criterion: z.string(),
	/** talks in which it was heard */
	heard: z.number(),
	/** who said it most strongly */
	name: z.string()
});
export type DealBreaker = z.infer<typeof dealBreaker>;

const counterEvidence = z.object({ text: z.string(), writtenAt: z.string() });

const decision = z.object({
	id: z.string(),
	themeId: z.string(),
	title: z.string(),
	outcome,
	reasons: z.string(),
	evidenceAgainst: z.string(),
	nextRung: rung.nullable(),
	spared: z.string(),
	sparedHours: z.number().nullable(),
	lookAgainOn: z.string(),
	decidedAt: z.string()
});
export type Decision = z.infer<typeof decision>;

const agreed = z.object({
	interviewId: z.string(),
	name: z.string(),
	/** the agreed time, where one is kept and still to come */
	startsAt: z.string().nullable()
});

const criterion = z.object({
	id: z.string(),
	text: z.string(),
	/** 0 to 1 */
	weight: z.number()
});

const theme = z.object({
	id: z.string(),
	title: z.string(),
	/** none while it rests */
	seat: z.number().nullable(),
	talks: z.number(),
	insights: z.number(),
	score: score.nullable(),
	counterEvidence: counterEvidence.nullable()
});

const compared = theme.extend({
	cells: z.array(cell),
	heard,
	dealBreakers: z.array(dealBreaker),
	/** the next talk about it that is agreed */
	agreed: agreed.nullable()
});
export type Compared = z.infer<typeof compared>;

const next = z.object({
	/** two talks each first, then where one more is worth most; nothing left worth asking */
	kind: z.enum(['two-each', 'worth', 'alone', 'enough']),
	themeId: z.string(),
	title: z.string(),
	talks: z.number(),
	/** about which one more answer would count most, as it weighs */
	criterion: z.string().nullable(),
	agreed: agreed.nullable(),
	/** interviews of the theme that are wished or asked, not agreed */
	underWay: z.number(),
	heard,
	/** what one more talk about each theme is expected to bring, in points of the score */
	gains: z.array(z.object({ title: z.string(), gain: z.number() }))
});
export type NextView = z.infer<typeof next>;

const lead = z.object({
	themeId: z.string(),
	title: z.string(),
	closeness: z.enum(['level', 'too-close', 'likely', 'clear']),
	/** from the second on; chance that the leader comes out ahead, 0 to 1 */
	others: z.array(z.object({ title: z.string(), chance: z.number() })),
	withEqual: z.boolean(),
	withRankSum: z.boolean(),
	/** weights at which the second overtakes, 0 to 1, the smallest change first */
	flips: z.array(z.object({ criterion: z.string(), weight: z.number(), at: z.number() }))
});
export type LeadView = z.infer<typeof lead>;

/** Talks held, how many of them were timed, and the minutes talked in those. */
const took = z.object({ talks: z.number(), timed: z.number(), minutes: z.number() });
export type Took = z.infer<typeof took>;
const spared = z.object({
	rows: z.array(
		took.extend({
			themeId: z.string(),
			title: z.string(),
			/** the explorer's own estimate; null where none was given */
			hours: z.number().nullable(),
			words: z.string()
		})
	),
	all: took.extend({ hours: z.number().nullable() })
});
export type SparedView = z.infer<typeof spared>;

export const decisionView = z.object({
	criteria: z.array(criterion),
	/** the open themes, in the order of their seats */
	themes: z.array(compared),
	/** themes in the parking lot that somebody spoke about */
	resting: z.array(theme),
	/** of the open themes: talks held, insights, and those that speak to a criterion */
	talks: z.number(),
	insights: z.number(),
	speaking: z.number(),
	/** none with fewer than two themes that somebody spoke about */
	lead: lead.nullable(),
	/** none without an open theme */
	next: next.nullable(),
	/** the newest decision about each theme, the latest first */
	decided: z.array(decision),
	spared
});
export type DecisionView = z.infer<typeof decisionView>;

const insight = quote.extend({
	id: z.string(),
	interviewId: z.string(),
	name: z.string(),
	aspect,
	stance,
	strength,
	talkAt: z.string()
});
export type InsightView = z.infer<typeof insight>;

const experiment = z.object({
	id: z.string(),
	rung: plannedRung,
	text: z.string(),
	plannedOn: z.string().nullable(),
	doneAt: z.string().nullable(),
	learned: z.string()
});
export type Experiment = z.infer<typeof experiment>;

export const themeView = theme.extend({
	state: z.enum(['open', 'resting', 'chosen', 'let-go']),
	criteria: z.array(
		criterion.extend({
			cell,
			/** some of them, or all of the one that was asked for */ insights: z.array(insight)
		})
	),
	/** what speaks to no criterion */
	besides: z.object({ count: z.number(), insights: z.array(insight) }),
	talkList: z.array(
		z.object({
			interviewId: z.string(),
			name: z.string(),
			at: z.string(),
			minutes: z.number().nullable()
		})
	),
	heard,
	dealBreakers: z.array(dealBreaker),
	experiments: z.array(experiment),
	/** the rung after what was done */
	nextRung: rung,
	openInterviews: z.number(),
	/** the newest first; the first one stands */
	decisions: z.array(decision),
	/** the earliest and the latest day one may choose to look again, and a season from now */
	days: z.object({ from: z.string(), until: z.string(), season: z.string() })
});
export type ThemeView = z.infer<typeof themeView>;

/**
 * What a decision rested on that day, kept as JSON: figures and the explorer's own criteria, no
 * word of a partner, so that forgetting a person leaves nothing here.
 */
export const storedEvidence = z.object({
	talks: z.number(),
	insights: z.number(),
	score: score.nullable(),
	heard: heard.shape.heard,
	criteria: z.array(criterion.extend({ talks: z.number(), mean: z.number() })),
	dealBreakers: z.array(z.object({ criterion: z.string(), heard: z.number() })),
	firstTalkAt: z.string().nullable(),
	lastTalkAt: z.string().nullable(),
	/** where the theme was before, so that withdrawing finds it there again */
	before: z.object({
		seat: z.number().nullable(),
		lookAgainOn: z.string().nullable(),
		/** when the decision took effect again after a withdrawal; the day it was made where not said */
		at: z.string().optional()
	})
});
export type StoredEvidence = z.infer<typeof storedEvidence>;
