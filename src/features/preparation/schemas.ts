import { z } from 'zod';
import { media } from '#method/media.ts';
import { id, lines } from '#method/field-schemas.ts';
import { head } from '#features/interviews/schemas.ts';
import { coreCodes } from './rules/core-questions.ts';
import { MOST_GOALS } from './rules/goals.ts';
import {
	LONGEST_ASK,
	LONGEST_PREPARED,
	LONGEST_QUESTION,
	LONGEST_SCRIPT,
	LONGEST_USE
} from './rules/lengths.ts';
import { sourceKinds } from './rules/sources.ts';

export { id };

/** A goal as typed; `goalText` validates it. */
export const goalTyped = z.string('Write one thing you would like to learn.').max(2000);

export const rank = z
	.int('A place is 1, 2 or 3.')
	.min(1, 'A place is 1, 2 or 3.')
	.max(MOST_GOALS, 'A place is 1, 2 or 3.');

export const goal = z.object({
	id: z.string(),
	text: z.string(),
	rank: z.number(),
	/** hint when it reads like asking for a job */
	flag: z.string().nullable()
});
export type Goal = z.infer<typeof goal>;

export const questionTyped = z
	.string('Write the question.')
	.overwrite((text) => text.trim().replace(/\s+/g, ' '))
	.min(1, 'This field is empty. Write the question as you would ask it.')
	.max(
		LONGEST_QUESTION,
		`A question has at most ${LONGEST_QUESTION} characters. Shorten it so that it is easy to ask.`
	);

/** Topic of a core question; a theme rewords it by this code. */
export const coreCode = z.enum(coreCodes, { error: 'This is not a core question.' });

/** Place among the live questions, 1 is the first; beyond the end is the end. */
export const place = z
	.int('A place is a whole number, 1 is the first.')
	.min(1, 'The first place is 1.')
	.max(1000, 'The last place is 1000.');

/** A question after a change, with its place. */
export const changedQuestion = z.object({
	id: z.string(),
	interviewId: z.string(),
	text: z.string(),
	/** whether it fits into the talk; else it waits, is known or was dropped */
	fits: z.boolean()
});

export const questionView = z.object({
	id: z.string(),
	text: z.string(),
	about: z.string(),
	/** code of a core question; null for one of the explorer's own */
	code: coreCode.nullable(),
	/** asked in every brief: it can be reworded for the theme, not dropped */
	always: z.boolean(),
	state: z.enum(['fitting', 'waiting', 'known', 'removed']),
	/** title of the source that answers it */
	knownFrom: z.string().nullable(),
	/** target places of a move, from 1; null when it cannot move that way */
	earlier: z.number().nullable(),
	later: z.number().nullable(),
	/** hints on its wording */
	flags: z.array(z.object({ code: z.string(), sentence: z.string() })),
	checked: z.enum(['english', 'not-checked'])
});
export type QuestionView = z.infer<typeof questionView>;

export const sourceKind = z.enum(sourceKinds, {
	error: 'Choose what the source is about: the partner, their organization or the field.'
});

/** A source as typed; `makeSource` validates it. */
export const linkTyped = z.string('Enter the address of the page.').max(4000);
export const titleTyped = z.string().max(2000);
export const answersTyped = z.string().max(4000);

/** Whether it is the source of the request's "why you"; one per interview. */
export const mark = z.enum(['why-you', 'none'], { error: 'The mark is why-you or none.' });

export const source = z.object({
	id: z.string(),
	kind: sourceKind,
	link: z.string(),
	title: z.string(),
	answers: z.string(),
	whyYou: z.boolean()
});
export type SourceView = z.infer<typeof source>;

const said = { safe: ' Nothing you typed is lost.' };
export const scriptTyped = lines(LONGEST_SCRIPT, said);
export const preparedTyped = lines(LONGEST_PREPARED, said);
export const useTyped = lines(LONGEST_USE, said);
export const askTyped = z
	.string('Write a question that they may ask.')
	.overwrite((text) => text.trim().replace(/\s+/g, ' '))
	.min(1, 'This field is empty. Write a question that they may ask you.')
	.max(LONGEST_ASK, `At most ${LONGEST_ASK} characters.`);

export const medium = z.enum(media, { error: 'Choose phone, in person or video.' });

export const scriptView = z.object({
	text: z.string(),
	/** whole seconds aloud */
	seconds: z.number(),
	checked: z.enum(['english', 'not-checked']),
	/** the five points, each found or missing: who, why this work, why you, how long, not a job */
	points: z.array(z.object({ code: z.string(), found: z.boolean(), words: z.string() }))
});

export const answerView = z.object({
	id: z.string(),
	question: z.string(),
	answer: z.string(),
	/** whole seconds aloud */
	seconds: z.number(),
	/** written, and 45 seconds or less */
	ready: z.boolean(),
	/** one of the three default questions, which cannot be deleted */
	builtIn: z.boolean()
});
export type AnswerView = z.infer<typeof answerView>;

export const strengthsView = z.object({
	/** the explorer's strengths by rank */
	offered: z.array(z.object({ id: z.string(), text: z.string(), chosen: z.boolean() })),
	/** how they are used in the talk */
	use: z.string()
});

const part = z.object({
	code: z.enum(['goals', 'sources', 'questions', 'script', 'answers', 'strength']),
	/** name in the list of parts: "Prepared answers, 2 of 3" */
	name: z.string(),
	done: z.boolean(),
	/** what is missing, empty when done: "One answer is missing" */
	miss: z.string()
});

export const brief = head.extend({
	/** the agreed meeting, if there is one */
	meeting: z
		.object({
			startsAt: z.string(),
			partnerZone: z.string().nullable(),
			medium: medium.nullable(),
			place: z.string()
		})
		.nullable(),
	/** minutes as agreed, else as requested, else fifteen */
	minutes: z.number(),
	goals: z.array(goal),
	sources: z.array(source),
	/** number of questions that fit in the minutes */
	fit: z.number(),
	/** questions that fit, wait, are known, and were dropped, in this order */
	questions: z.array(questionView),
	script: scriptView,
	answers: z.array(answerView),
	strengths: strengthsView,
	parts: z.array(part),
	/** "5 of 6 parts done for the conversation" */
	progress: z.string(),
	/** what a request lacks, see method 3 */
	request: z.object({
		ready: z.boolean(),
		misses: z.array(z.object({ code: z.string(), sentence: z.string() }))
	})
});
export type Brief = z.infer<typeof brief>;
