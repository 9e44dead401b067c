import { refusalOf, type Form } from './form.ts';

/** Reads a refused form: the sentence at a field, and what was typed into it. */
export interface FormState {
	/** the sentence that belongs to no field of the form */
	sentence: string | undefined;
	error(field: string): string | undefined;
	/** what was typed, else the kept value */
	value(field: string, kept?: string | number | null): string;
}

/**
 * @param form what the page's action answered, if it did
 * @param name the form's name, as in `actions`
 * @param about the row the form belongs to, where a page has many of them
 */
export function formState(form: Form, name: string, about?: string): FormState {
	const mine = refusalOf(form, [name], about);
	const atFields = mine ? Object.keys(mine.fields).length > 0 : false;
	const sentence = mine && !atFields ? mine.sentence : undefined;
	return {
		sentence,
		error: (field) => mine?.fields[field],
		value: (field, kept = '') => mine?.typed[field] ?? String(kept ?? '')
	};
}

/**
 * The same over what is kept, by the names of the fields: what a field begins with, where nothing was
 * typed into it.
 */
export function over(
	state: FormState,
	kept: Readonly<Record<string, string | number | null | undefined>>
): FormState {
	return { ...state, value: (field, own = kept[field]) => state.value(field, own) };
}

/** What the first of these forms that was refused says to no field of its own. */
export function refusedSentence(
	form: Form,
	names: readonly string[],
	about?: string
): string | undefined {
	return names.map((name) => formState(form, name, about).sentence).find(Boolean);
}
