import { z } from 'zod';
import { day } from '#method/values.ts';
import { shares } from './rules/consultation.ts';
import { selfNoteKinds } from './rules/self-note-kinds.ts';

export { id } from '#method/values.ts';

/** One line that somebody typed. */
function line(ask: string, most: number) {
	return z.string(ask).trim().min(1, ask).max(most, `At most ${most} characters.`);
}

/** Browsers send line ends as CRLF; kept and compared as one character. */
function lines(most: number) {
	return z
		.string('This is not a text.')
		.overwrite((text) => text.replaceAll('\r\n', '\n').trim())
		.max(most, `At most ${most} characters.`);
}

export const title = line('Name it in words a friend would understand.', 80);
export const noteText = line('Say it in a few words.', 120);
export const optionText = line('Name the option in a few words.', 120);
export const reason = line('Say why in a sentence; it is kept with your check.', 300);
export const part = lines(600);
/** A rank or a seat to take, 1 is the top; beyond the end means the end. */
export const position = z
	.number('A place in the order is a whole number, 1 is the top.')
	.int('A place in the order is a whole number, 1 is the top.')
	.min(1, 'The top is 1.')
	.max(1000, 'At most 1000.');
export const selfNoteKind = z.enum(selfNoteKinds, 'Choose strength, value or interest.');
/** A theme as it was seen, where it must not have changed since it is let go of or chosen. */
export const themeWas = z
	.object({ /** null where it rested */ seat: position.nullable(), changedAt: z.string().max(40) })
	.partial()
	.optional();
/** Left out or empty: no date to look again. */
export const lookAgainOn = day.nullable().optional();

const five = 'Choose a number from 1 to 5.';
export const softAnswer = z.number(five).int(five).min(1, five).max(5, five);
export const softAnswers = {
	clarity: softAnswer,
	satisfaction: softAnswer,
	fear: softAnswer,
	pressure: softAnswer,
	confidence: softAnswer
};

/** The four things a theme says, as they can be described; what is left out stays. */
export const parts = {
	activity: part.optional(),
	setting: part.optional(),
	pull: part.optional(),
	titles: part.optional()
};

export const openTheme = z.object({
	id: z.string(),
	title: z.string(),
	activity: z.string(),
	setting: z.string(),
	pull: z.string(),
	titles: z.string(),
	seat: z.number()
});
export type OpenTheme = z.infer<typeof openTheme>;

export const parkedTheme = z.object({
	id: z.string(),
	title: z.string(),
	parkedAt: z.string(),
	lookAgainOn: z.string().nullable()
});
export type ParkedTheme = z.infer<typeof parkedTheme>;

const entry = z.object({ id: z.string(), text: z.string() });
export const criterion = entry.extend({ dealBreakerAt: z.string().nullable() });
/** One line of a ranked list on the page. */
export type Entry = z.infer<typeof entry> & { dealBreakerAt?: string | null };

const statement = z.object({ reason: z.string(), saidAt: z.string() });

export const readinessShape = z.object({
	verdict: z.enum(['ready', 'almost', 'too-soon']),
	reasons: z.array(
		z.object({
			code: z.string(),
			kind: z.enum(['done', 'missing', 'warning', 'fails']),
			sentence: z.string()
		})
	),
	nextTask: z.object({
		code: z.string(),
		sentence: z.string(),
		action: z.string(),
		anchor: z.string()
	}),
	outreach: z.enum(['open', 'closed']),
	suggestCounsellor: z.boolean(),
	help: z.enum(['self', 'brief', 'individual']),
	/** the verdict's answer, or the explorer's own override */
	outreachIsOpen: z.boolean(),
	/** why the explorer asks all the same, while that stands */
	override: statement.nullable()
});

export const clarity = z.object({
	/** the date where the explorer lives */
	today: z.string(),
	readiness: readinessShape,
	themes: z.array(openTheme),
	parked: z.array(parkedTheme),
	chosen: z.array(z.object({ id: z.string(), title: z.string(), chosenAt: z.string() })),
	letGo: z.array(z.object({ id: z.string(), title: z.string(), letGoAt: z.string() })),
	interests: z.array(entry),
	strengths: z.array(entry),
	values: z.array(entry),
	criteria: z.array(criterion),
	/** when the explorer said that none of the criteria is a deal-breaker, while that stands */
	noDealBreakerSince: z.string().nullable(),
	options: z.array(entry),
	answers: z.object({ id: z.string(), ...softAnswers, answeredAt: z.string() }).nullable()
});
export type Clarity = z.infer<typeof clarity>;

export const share = z.enum(shares, 'Choose from what can be shared.');
export const coach = line('Say whom you would like to ask.', 200);
export const consultationTyped = lines(6000).min(1, 'Write what you would like to ask.');

export const consultation = z.object({
	id: z.string(),
	coach: z.string(),
	text: z.string(),
	shares: z.array(share),
	draftedAt: z.string(),
	changedAt: z.string(),
	sentAt: z.string().nullable()
});

/** The consultation page: the request that is open, what could be shared, and what was. */
export const consultations = z.object({
	open: consultation.nullable(),
	shareable: z.array(share),
	help: readinessShape.shape.help,
	suggestCounsellor: z.boolean(),
	held: z.array(
		z.object({
			id: z.string(),
			coach: z.string(),
			heldAt: z.string().nullable(),
			changedAt: z.string()
		})
	)
});
export type Consultations = z.infer<typeof consultations>;
