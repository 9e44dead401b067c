import { z } from 'zod';
import { day, id, instant, lines } from '#method/field-schemas.ts';
import { shares } from './rules/consultation.ts';
import { selfNoteKinds } from './rules/self-note-kinds.ts';

export { id };

/** A typed text of one line. */
function line(ask: string, most: number) {
	return z.string(ask).trim().min(1, ask).max(most, `At most ${most} characters.`);
}

export const title = line('Write a name that a friend would understand.', 80);
export const noteText = line('Write a few words.', 120);
export const optionText = line('Describe the option in a few words.', 120);
export const reason = line('Write your reason in one sentence.', 300);
export const part = lines(600);
/** A rank or seat, 1 is the first; beyond the end means the end. */
export const position = z
	.number('Use a whole number for the place. 1 is the top.')
	.int('Use a whole number for the place. 1 is the top.')
	.min(1, 'The top is 1.')
	.max(1000, 'At most 1000.');
export const selfNoteKind = z.enum(selfNoteKinds, 'Choose strength, value or interest.');
/** Review date of a parked theme; left out or empty for none. */
export const lookAgainOn = day.nullable().optional();
/** Precondition: expected state of the theme, or of the one that is parked instead. */
const expectedState = z.object({ seat: position, lookAgainOn }).partial().optional();

export const parking = z.object({
	id,
	lookAgainOn,
	/** original instant of parking, when an undo restores it */
	since: instant.nullable().optional(),
	was: expectedState
});
export const unparking = z.object({
	id,
	/** seat to take, the others move back; last when left out */
	seat: position.nullable().optional(),
	/** open theme to park, whose seat this one takes */
	instead: id.nullable().optional(),
	/** review date of the theme that is parked instead */
	restsUntil: lookAgainOn,
	/** its original instant of parking, when an undo restores it */
	restsSince: instant.nullable().optional(),
	was: expectedState
});
export const themeEnding = z.object({
	id,
	/** original instant of ending, when an undo restores it */
	at: instant.optional(),
	/** precondition: expected state of the theme */
	was: z
		.object({
			/** null when parked */ seat: position.nullable(),
			changedAt: z.string().max(40)
		})
		.partial()
		.optional()
});
export const themeReturn = z.object({
	id,
	/** former seat, taken again if one is free */
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

/** Parts of a theme's description; parts left out stay unchanged. */
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
/** An entry of a ranked list. */
export type Entry = z.infer<typeof entry> & { dealBreakerAt?: string | null };

const statement = z.object({ reason: z.string(), saidAt: z.string() });

export const readinessSchema = z.object({
	verdict: z.enum(['ready', 'almost', 'too-soon']),
	/** done items first, then missing ones, then warnings */
	reasons: z.array(
		z.object({
			code: z.string(),
			kind: z.enum(['done', 'missing', 'warning', 'fails']),
			/** continues the kind's label */
			sentence: z.string()
		})
	),
	nextTask: z.object({
		code: z.string(),
		/** why the task is worth doing */
		sentence: z.string(),
		/** label of the button, a verb first */
		action: z.string(),
		/** target of the button: path, and anchor if there is one */
		anchor: z.string()
	}),
	/** whether outreach opens without an override */
	outreach: z.enum(['open', 'closed']),
	suggestCounsellor: z.boolean(),
	/** help to offer; lowest readiness, most individual help (Sampson et al., method 1) */
	help: z.enum(['self', 'brief', 'individual']),
	/** by the verdict or by an override */
	outreachIsOpen: z.boolean(),
	/** reason of the override that is in force */
	override: statement.nullable()
});
/** The readiness check with the explorer's override. */
export type ReadinessNow = z.infer<typeof readinessSchema>;

export const clarity = z.object({
	/** the explorer's local date */
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
	/** when the explorer stated that no criterion is a deal-breaker, if in force */
	noDealBreakerSince: z.string().nullable(),
	options: z.array(entry),
	answers: z.object({ id: z.string(), ...softAnswers, answeredAt: z.string() }).nullable()
});
export type Clarity = z.infer<typeof clarity>;

export const share = z.enum(shares, 'Choose from the information that can be shared.');
export const coach = line('Write the name or e-mail address of the person to ask.', 200);
export const consultationTyped = lines(6000).min(1, 'Write your request.');

export const consultation = z.object({
	id: z.string(),
	coach: z.string(),
	text: z.string(),
	shares: z.array(share),
	draftedAt: z.string(),
	changedAt: z.string(),
	sentAt: z.string().nullable()
});

/** View of the consultation page: the open request, what can be shared, and past talks. */
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
