import type { Form, Moment } from '#ui/form.ts';
import type { DebriefStep } from './rules/debrief.ts';
import type { Reflection } from './schemas.ts';

/** What a card about writing after the talk is told: thanks, what came of it, the connector. */
export interface WritingProps {
	reflection: Reflection;
	form: Form;
	moment: Moment;
	/** the explorer's date */
	today: string;
	/** it is the page's next step */
	raised: boolean;
	/** the interview is closed: only to read */
	fixed: boolean;
}

/** The tone of a stance: sage for, red against, none between; each with its word. */
export const stanceTones = { for: 'done', against: 'loss', between: '' } as const;

/** What the one raised card of the page holds. */
export type Raised = 'debrief' | 'thanks' | 'update' | 'connector' | 'none';

/**
 * The one next step after a talk: the debrief, then the thank-you, then what came of it.
 * @param today the explorer's date; @param step a question that was asked for by name
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
