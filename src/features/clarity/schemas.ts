import { z } from 'zod';
import { day, id, instant, lines } from '#method/values.ts';
import { shares } from './rules/consultation.ts';
import { selfNoteKinds } from './rules/self-note-kinds.ts';

export { id };

/** One line that somebody typed. */
function line(ask: string, most: number) {
	return z.string(ask).trim().min(1, ask).max(most, `At most ${most} characters.`);
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
/** Left out or empty: no date to look again. */
export const lookAgainOn = day.nullable().optional();
/** How a theme, or the one that rests in its place, was seen, where that must not have changed since. */
const restWas = z.object({ seat: position, lookAgainOn }).partial().optional();

export const parking = z.object({
	id,
	lookAgainOn,
	/** since when it rests, where it is put back */
	since: instant.nullable().optional(),
	was: restWas
});
export const unparking = z.object({
	id,
	/** the seat to take, the others move back; the last one when left out */
	seat: position.nullable().optional(),
	/** the theme that rests, so that this one takes its seat */
	instead: id.nullable().optional(),
	/** the date to look again at the one that rests instead */
	restsUntil: lookAgainOn,
	/** since when that one rests, where it is put back */
	restsSince: instant.nullable().optional(),
	was: restWas
});
export const themeEnding = z.object({
	id,
	/** when it ended, where that is said again */
	at: instant.optional(),
	/** how it was seen, where it must not have changed since */
	was: z
		.object({
			/** null where it rested */ seat: position.nullable(),
			changedAt: z.string().max(40)
		})
		.partial()
		.optional()
});
export const themeReturn = z.object({
	id,
	/** the seat it had, where one is free */
	seat: position.nullable().optional()
});

const five = 'Choose a number from 1 to 5.';
const softAnswer = z.number(five).int(five).min(1, five).max(5, five);
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
	/** what one would do */
	activity: z.string(),
	/** where and with whom */
	setting: z.string(),
	/** why it pulls */
	pull: z.string(),
	titles: z.string(),
	/** 1 to 3, the first is the top theme */
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

export const readinessSchema = z.object({
	verdict: z.enum(['ready', 'almost', 'too-soon']),
	/** done first, then what misses, then what is worth knowing */
	reasons: z.array(
		z.object({
			code: z.string(),
			kind: z.enum(['done', 'missing', 'warning', 'fails']),
			/** reads on after the kind's lead word */
			sentence: z.string()
		})
	),
	nextTask: z.object({
		code: z.string(),
		/** why it is worth doing, said kindly */
		sentence: z.string(),
		/** label of the button, a verb first */
		action: z.string(),
		/** where the button leads: a path, with the part of the page where there is one */
		anchor: z.string()
	}),
	/** whether outreach opens without an override */
	outreach: z.enum(['open', 'closed']),
	suggestCounsellor: z.boolean(),
	/** how much help to offer, low readiness calling for most (Sampson et al., method 1) */
	help: z.enum(['self', 'brief', 'individual']),
	/** the verdict's answer, or the explorer's own override */
	outreachIsOpen: z.boolean(),
	/** why the explorer asks all the same, while that stands */
	override: statement.nullable()
});
/** The readiness check, with what the explorer says to it. */
export type ReadinessNow = z.infer<typeof readinessSchema>;

export const clarity = z.object({
	/** the date where the explorer lives */
	today: z.string(),
	readiness: readinessSchema,
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
	help: readinessSchema.shape.help,
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
