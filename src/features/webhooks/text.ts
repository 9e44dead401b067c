import type { EventSubject } from '#kernel/event-types.ts';
import { counted, instantText } from '#ui/text.ts';
import type { Delivery, Webhook } from './schemas.ts';

/** Labels of the subjects of events. */
export const nounLabels: Record<EventSubject, string> = {
	themes: 'Themes',
	interviews: 'Interviews',
	meetings: 'Meetings',
	talks: 'Conversations held',
	debrief: 'Debriefs',
	insights: 'Insights',
	favours: 'Favours',
	namedPeople: 'People named by partners',
	introductionRequests: 'Introduction requests',
	introductions: 'Introductions',
	schools: 'Schools',
	events: 'Events of associations',
	consultations: 'Consultations',
	decisions: 'Decisions',
	experiments: 'Experiments',
	people: 'People',
	imports: 'Imports',
	season: 'Pauses of the season'
};

/** A verb in words: `connectorThanked` is `connector thanked`. */
export function verbText(verb: string): string {
	return verb.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** A subscribed event type in words: `Themes`, or `Meetings: moved back`. */
export function wantText(want: string): string {
	const [noun = '', verb = ''] = want.split('.');
	const thing = nounLabels[noun as EventSubject] ?? noun;
	return verb === '*' ? thing : `${thing}: ${verbText(verb)}`;
}

/** Host of a URL, without parts that may be secret. */
export function hostOf(url: string): string {
	return URL.canParse(url) ? new URL(url).host : url;
}

/** State of a webhook in words, by its dates, and whether it needs attention. */
export function stateText(
	webhook: Pick<Webhook, 'pausedAt' | 'pausedBecause' | 'failingSince' | 'lastOkAt'>,
	zone: string
): { text: string; tone: 'done' | 'due' | 'plain' } {
	const { pausedAt, pausedBecause, failingSince, lastOkAt } = webhook;
	if (pausedAt !== null) {
		const text = `Paused since ${instantText(pausedAt, zone)}`;
		if (pausedBecause === 'gone') {
			return { text: `${text}: your program wants no more events`, tone: 'due' };
		}
		return pausedBecause === 'failing'
			? { text: `${text}: deliveries failed for five days`, tone: 'due' }
			: { text, tone: 'plain' };
	}
	if (failingSince !== null) {
		return { text: `Failing since ${instantText(failingSince, zone)}`, tone: 'due' };
	}
	return lastOkAt === null
		? { text: 'No deliveries yet', tone: 'plain' }
		: { text: `Last delivered ${instantText(lastOkAt, zone)}`, tone: 'done' };
}

/** State of a delivery in words, by its dates and its last failure. */
export function deliveryText(
	delivery: Pick<Delivery, 'deliveredAt' | 'failedAt' | 'attempts' | 'failure' | 'nextTryAt'>,
	zone: string
): string {
	const { attempts, deliveredAt, failedAt, failure, nextTryAt } = delivery;
	if (deliveredAt !== null) {
		const late = attempts > 1 ? `, at attempt ${attempts}` : '';
		return `Delivered ${instantText(deliveredAt, zone)}${late}`;
	}
	const tries = counted(attempts, 'attempt', 'attempts');
	if (failedAt !== null) return `Failed after ${tries}. ${failure ?? ''}`;
	if (failure === null) return 'Not sent yet';
	return `${failure} ${tries} so far, the next on ${instantText(nextTryAt ?? '', zone)}.`;
}
