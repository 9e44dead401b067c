import type { formState } from '#ui/refused.ts';

/** What the page's action answered, if it did. */
export type Form = Parameters<typeof formState>[0];

/** Whether one of these forms was refused for this row, so that its fold stays open. */
export function wasRefused(form: Form, names: readonly string[], about: string): boolean {
	const refused = form?.refused;
	return refused !== undefined && names.includes(refused.form) && refused.about === about;
}
