import { z } from 'zod';
import { isZone } from '#kernel/clock.ts';
import { normaliseEmail, normaliseProfile } from '../rules/identity.ts';
import { plainLine, plainText } from '#kernel/texts.ts';

/** A text of at most `most` characters, converted by `plain`; to one line by default. */
export const typed = (most: number, plain = plainLine) =>
	z
		.string()
		.overwrite(plain)
		.trim()
		.max(most, `At most ${String(most)} characters.`);

export const personName = typed(200).min(1, 'Enter the name of this person.');
export const namePart = typed(99);
export const longText = typed(300);
export const note = typed(2000, plainText);
export const reason = typed(300).min(1, 'Enter a short reason, so that you remember later.');

/** A normalised address; an empty text becomes null. */
function address(read: (text: string) => string | undefined, sentence: string) {
	return z
		.string()
		.max(2000, 'At most 2,000 characters.')
		.overwrite(plainLine)
		.transform((text, context) => {
			if (text.trim() === '') return null;
			const normalised = read(text);
			if (normalised === undefined) context.addIssue({ code: 'custom', message: sentence });
			return normalised ?? null;
		})
		.nullable();
}

export const email = address(normaliseEmail, 'An e-mail address looks like name@house.example.');
export const profile = address(
	normaliseProfile,
	'A LinkedIn profile address looks like linkedin.com/in/their-name.'
);
export const zone = z
	.string()
	.overwrite(plainLine)
	.trim()
	.refine((text) => text === '' || isZone(text), {
		error: 'A time zone looks like Europe/Lisbon.'
	})
	.transform((text) => text || null)
	.nullable();

/** Query of a search for people. */
export const words = z.string().max(200, 'At most 200 characters.').overwrite(plainLine);

/** Fields of a person beside the name; each is stored in the column of the same name. */
export const personFacts = {
	email,
	profile,
	phone: typed(40)
		.transform((text) => text || null)
		.nullable(),
	company: longText,
	position: longText,
	place: longText,
	zone,
	note
};

type FactsView<Facts extends Record<string, z.ZodType>> = {
	[Fact in keyof Facts]: null extends z.output<Facts[Fact]>
		? z.ZodNullable<z.ZodString>
		: z.ZodString;
};

/** The same fields in answers: a text, or null where the column allows it. */
const factsView = Object.fromEntries(
	Object.entries(personFacts).map(([name, fact]) => [
		name,
		fact.safeParse(null).success ? z.string().nullable() : z.string()
	])
) as FactsView<typeof personFacts>;

/** Input fields of a person. */
export const personFields = {
	name: personName,
	givenName: namePart,
	familyName: namePart,
	...personFacts
};

export const listedPerson = z.object({
	id: z.string(),
	name: z.string(),
	company: z.string(),
	position: z.string(),
	place: z.string(),
	doNotContactAt: z.string().nullable()
});

export type ListedPerson = z.infer<typeof listedPerson>;

export const nearTheme = z.object({
	id: z.string(),
	seat: z.number().nullable(),
	title: z.string()
});

export const peoplePage = z.object({
	people: z.array(listedPerson),
	nextCursor: z.string().nullable(),
	counts: z.object({
		/** number of all people; null for a search */
		all: z.number().nullable(),
		/** number of people near the requested theme, counted up to `nearMost` */
		near: z.number().nullable(),
		nearMost: z.number()
	}),
	/** the requested theme */
	theme: nearTheme.nullable(),
	/** open themes by which the list can be filtered */
	themes: z.array(nearTheme)
});

export const person = z.object({
	id: z.string(),
	name: z.string(),
	givenName: z.string(),
	familyName: z.string(),
	...factsView,
	/** date, `2021-03-12` */
	connectedOn: z.string().nullable(),
	doNotContactAt: z.string().nullable(),
	doNotContactBecause: z.string().nullable(),
	addedAt: z.string(),
	changedAt: z.string(),
	/** source of the entry: added by hand, or the file of an import */
	from: z.object({
		source: z.string(),
		importId: z.string().nullable(),
		fileName: z.string().nullable()
	}),
	/** interviews and introductions with this person, the newest first, at most `MOST_RELATED` of each */
	related: z.array(
		z.object({
			kind: z.enum(['interview', 'introduction']),
			id: z.string(),
			title: z.string(),
			stage: z.string(),
			at: z.string()
		})
	),
	/** number of rows that erasing this person deletes */
	goes: z.object({ interviews: z.number(), messages: z.number(), introductions: z.number() })
});
export type Person = z.infer<typeof person>;
