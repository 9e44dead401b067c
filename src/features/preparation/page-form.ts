import type { Form } from '#ui/form.ts';
import type { Brief } from './schemas.ts';

/** Result of an action of this page: a refusal, or a suggested script. */
export type PageForm =
	| (NonNullable<Form> & { drafted?: { text: string; seconds: number; instead: string } })
	| null
	| undefined;

/** Props of every part of the sheet. */
export interface PartProps {
	brief: Brief;
	form: PageForm;
	/** read only, after the talk or when closed */
	fixed: boolean;
}
