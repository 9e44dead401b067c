import { refusalOf, type Form } from './form.ts';

/** The state of a form after a refusal: the sentence at each field, and what was typed into it. */
export interface FormState {
	/** the sentence that belongs to no field */
	sentence: string | undefined;
	error(field: string): string | undefined;
	/** what was typed, else the stored value */
	value(field: string, stored?: string | number | null): string;
	/** the ticked boxes of a list: those that were sent, also none; before that the stored ones */
	ticked(field: string, stored: readonly string[]): readonly string[];
}

/**
 * Reads the state of a form from the result of its action.
 * @param form result of the action, where there is one
 * @param name of the form, as in `actions`
 * @param about id of the row that the form belongs to, where a page repeats it
 */
export function formState(form: Form, name: string, about?: string): FormState {
	const mine = refusalOf(form, [name], about);
	const atFields = mine ? Object.keys(mine.fields).length > 0 : false;
	const sentence = mine && !atFields ? mine.sentence : undefined;
	return {
		sentence,
		error: (field) => mine?.fields[field],
		value: (field, stored = '') => mine?.typed[field] ?? String(stored ?? ''),
		ticked: (field, stored) =>
			mine ? (mine.typed[field] ?? '').split('\n').filter(Boolean) : stored
	};
}

/** Adds stored values, by field name: the initial values of fields in which nothing was typed. */
export function withStoredValues(
	state: FormState,
	kept: Readonly<Record<string, string | number | null | undefined>>
): FormState {
	return { ...state, value: (field, own = kept[field]) => state.value(field, own) };
}

/** The sentence of the first of these forms that was refused with no field. */
export function refusedSentence(
	form: Form,
	names: readonly string[],
	about?: string
): string | undefined {
	return names.map((name) => formState(form, name, about).sentence).find(Boolean);
}
