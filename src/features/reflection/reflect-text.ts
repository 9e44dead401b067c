import type { Form, Moment } from '#ui/form.ts';
import type { DebriefStep } from './rules/debrief.ts';
import type { Reflection } from './schemas.ts';

/** Props of the cards for thank-you, update and connector. */
export interface WritingProps {
	reflection: Reflection;
	form: Form;
	moment: Moment;
	/** the explorer's local date */
	today: string;
	/** it is the page's next step */
	raised: boolean;
	/** the interview is closed: read only */
	fixed: boolean;
}

/** Tone of a stance's tag, beside its text. */
export const stanceTones = { for: 'done', against: 'loss', between: '' } as const;

/** Content of the page's one highlighted card. */
export type Raised = 'debrief' | 'thanks' | 'update' | 'connector' | 'none';

/**
 * The next step after a talk: debrief, thank-you, update, connector.
 * @param today the explorer's local date
 * @param step a debrief question asked for by the address
 */
export function raisedFor(view: Reflection, today: string, step: DebriefStep | undefined): Raised {
	if (!view.debrief.doneAt || step) return 'debrief';
	const { mustNotBeContacted } = view.head.person;
	if (view.thanks.state !== 'sent' && !mustNotBeContacted) return 'thanks';
	if (isDue(view.update.dueOn, today) && !mustNotBeContacted) return 'update';
	const { connector } = view;
	if (!connector || connector.mustNotBeContacted || connector.update?.sentAt) return 'none';
	return isDue(connector.tellOn, today) ? 'connector' : 'none';
}

export function isDue(on: string | null, today: string): boolean {
	return on !== null && on <= today;
}
