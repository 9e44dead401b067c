import type { Form } from '#ui/form.ts';

/** What an action of this page answered: a refusal, or a script to look at. */
export type PageForm =
	| (NonNullable<Form> & { drafted?: { text: string; seconds: number; instead: string } })
	| null
	| undefined;
