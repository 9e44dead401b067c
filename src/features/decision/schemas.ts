import { z } from 'zod';
import { day, id, lines } from '#method/field-schemas.ts';
import { aspect, stance, strength } from '#features/reflection/schemas.ts';
import { plannedRungs, rungs } from './rules/ladder.ts';
import { outcomes } from './rules/outcomes.ts';

export { day, id };

/** A required text of at most `most` characters; `ask` is the error message. */
const asked = (most: number, ask: string) => lines(most, { ask }).min(1, ask);

/** At most 500 characters, so that an undo form can carry it. */
export const counterText = asked(
	500,
	'Write the strongest evidence against this theme in one sentence.'
);
export const outcome = z.enum(outcomes, { error: 'Choose a conclusion.' });
export const reasons = asked(1000, 'Write your reasons in one or two sentences.');
export const sparedText = lines(300);
const hours = 'Enter whole hours, for example 400.';
export const sparedHours = z
	.number(hours)
	.int(hours)
	.min(0, 'Enter 0 hours or more.')
	.max(100_000, 'Enter at most 100,000 hours.');
export const rung = z.enum(rungs, { error: 'Choose the next experiment.' });
export const plannedRung = z.enum(plannedRungs, { error: 'Choose a kind of experiment.' });
export const experimentText = asked(300, 'Write in a few words what you will do.');
export const learnedText = lines(600);

const score = z.object({ score: z.number(), low: z.number(), high: z.number() });
export type ScoreView = z.infer<typeof score>;

export const heard = z.object({
	heard: z.enum(['nothing', 'too-early', 'undefined', 'still-new', 'enough', 'strict']),
	/** number of new insights in the first talks and in the last ones */
	inBase: z.number(),
	inRun: z.number(),
	/** ratio of those, 0 or more; null without new insights in the first talks */
	ratio: z.number().nullable(),
	/** further talks needed before saturation can be assessed; 0 for none */
	talksLeft: z.number(),
	/** number of talks without insights; they do not count yet */
	silent: z.number(),
	/** fewer than six insights per talk: looks saturated too early */
	shallow: z.boolean()
});
export type Heard = z.infer<typeof heard>;

/** An insight as quoted: the partner's words where noted, else the explorer's. */
const quote = z.object({ words: z.string(), text: z.string() });

const cell = z.object({
	for: z.number(),
	between: z.number(),
	against: z.number(),
	/** number of talks about the criterion */
	talks: z.number(),
	strongest: quote.nullable()
});
export type Cell = z.infer<typeof cell>;

const dealBreaker = quote.extend({
	criterion: z.string(),
	/** number of talks in which it was heard */
	heard: z.number(),
	/** name of the partner who said it most strongly */
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
	/** the agreed time, if there is one in the future */
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
	/** null while it is parked */
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
	/** `two-each` and `worth` as in learn-next; `enough` when no further talk is worth it */
	kind: z.enum(['two-each', 'worth', 'alone', 'enough']),
	themeId: z.string(),
	title: z.string(),
	talks: z.number(),
	/** criterion on which one more answer counts most */
	criterion: z.string().nullable(),
	agreed: agreed.nullable(),
	/** number of interviews about the theme that are planned or asked, not agreed */
	underWay: z.number(),
	heard,
	/** expected gain of one more talk per theme, in points of the score */
	gains: z.array(z.object({ title: z.string(), gain: z.number() }))
});
export type NextView = z.infer<typeof next>;

const lead = z.object({
	themeId: z.string(),
	title: z.string(),
	closeness: z.enum(['level', 'too-close', 'likely', 'clear']),
	/** the other themes, with the chance 0 to 1 that the leader is ahead of them */
	others: z.array(z.object({ title: z.string(), chance: z.number() })),
	/** whether it still leads with equal weights */
	withEqual: z.boolean(),
	/** whether it still leads with rank-sum weights, where the first weighs less */
	withRankSum: z.boolean(),
	/** weights at which the second theme overtakes, 0 to 1, the smallest change first */
	flips: z.array(z.object({ criterion: z.string(), weight: z.number(), at: z.number() }))
});
export type LeadView = z.infer<typeof lead>;

/** Number of talks held, number of those timed, and the minutes of these. */
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
	/** parked themes with talks */
	resting: z.array(theme),
	/** totals of the open themes: talks, insights, and insights about a criterion */
	talks: z.number(),
	insights: z.number(),
	speaking: z.number(),
	/** null with fewer than two themes with talks */
	lead: lead.nullable(),
	/** null without an open theme */
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
			/** the newest few, or all when this criterion was asked for */ insights: z.array(insight)
		})
	),
	/** insights about no criterion */
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
	/** next rung of the ladder */
	nextRung: rung,
	openInterviews: z.number(),
	/** the newest first; the first one is in force */
	decisions: z.array(decision),
	/** earliest and latest review date, and the default one season from now */
	days: z.object({ from: z.string(), until: z.string(), season: z.string() })
});
export type ThemeView = z.infer<typeof themeView>;

/**
 * Evidence at the time of a decision, stored as JSON: figures and the explorer's criteria. It holds
 * no words of a partner, so erasing a person needs no change here.
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
	/** state of the theme before, to be restored on withdrawal */
	before: z.object({
		seat: z.number().nullable(),
		lookAgainOn: z.string().nullable(),
		/** when the decision took effect again after a withdrawal; when it was made if not given */
		at: z.string().optional()
	})
});
export type StoredEvidence = z.infer<typeof storedEvidence>;
