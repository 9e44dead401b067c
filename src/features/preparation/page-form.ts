import type { Form } from '#ui/form.ts';
import type { Brief } from './schemas.ts';

/** What an action of this page answered: a refusal, or a script to look at. */
export type PageForm =
	| (NonNullable<Form> & { drafted?: { text: string; seconds: number; instead: string } })
	| null
	| undefined;

/** What every part of the sheet is given. */
export interface PartProps {
	brief: Brief;
	form: PageForm;
	/** a brief as it was is read, not changed */
	fixed: boolean;
}
