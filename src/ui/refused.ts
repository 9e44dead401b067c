import { refusalOf, type Form } from './form.ts';

/** State of a form after a refused submission: errors and typed values of its fields. */
export interface FormState {
	/** error that belongs to no field */
	sentence: string | undefined;
	error(field: string): string | undefined;
	/** typed value, else the stored one */
	value(field: string, kept?: string | number | null): string;
}

/**
 * State of one form of a page.
 * @param form result of the page's action, if any
 * @param name name of the form, as in `actions`
 * @param about id of the row to which the form belongs, where a page has many of them
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

/** The same state with stored values, by names of fields, as initial values of the fields. */
export function over(
	state: FormState,
	kept: Readonly<Record<string, string | number | null | undefined>>
): FormState {
	return { ...state, value: (field, own = kept[field]) => state.value(field, own) };
}

/** Error, belonging to no field, of the first refused one of these forms. */
export function refusedSentence(
	form: Form,
	names: readonly string[],
	about?: string
): string | undefined {
	return names.map((name) => formState(form, name, about).sentence).find(Boolean);
}
