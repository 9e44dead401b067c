import type { EventSubject } from '#kernel/event-types.ts';
import { counted, momentInWords } from '#ui/words.ts';
import { deliveryStateOf, stateOf } from './rules/states.ts';

/** What the things are called that programs are told of. */
export const nounWords: Record<EventSubject, string> = {
	themes: 'Themes',
	interviews: 'Interviews',
	meetings: 'Meetings',
	talks: 'Talks held',
	debrief: 'Debriefs',
	insights: 'Insights',
	favours: 'Favours',
	named: 'People partners named',
	asks: 'Asks to your circle',
	introductions: 'Introductions',
	schools: 'Schools',
	gatherings: 'Events of associations',
	consultations: 'Consultations',
	decisions: 'Decisions',
	experiments: 'Experiments',
	people: 'People',
	imports: 'Imports',
	season: 'Pauses of the season'
};

/** A verb as one says it: `connectorThanked` is `connector thanked`. */
export function verbWords(verb: string): string {
	return verb.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** One thing it is told of: `Themes`, or `Meetings: moved back`. */
export function wantWords(want: string): string {
	const [noun = '', verb = ''] = want.split('.');
	const thing = nounWords[noun as EventSubject] ?? noun;
	return verb === '*' ? thing : `${thing}: ${verbWords(verb)}`;
}

/** Where an address leads, without what may be secret in it. */
export function hostOf(url: string): string {
	return URL.canParse(url) ? new URL(url).host : url;
}

/** How a webhook stands, and whether it asks for a look. */
export function stateWords(
	webhook: Parameters<typeof stateOf>[0],
	zone: string
): { text: string; tone: 'done' | 'due' | 'plain' } {
	const at = (instant: string | null): string => (instant ? momentInWords(instant, zone) : '');
	const paused = `Paused since ${at(webhook.pausedAt)}`;
	switch (stateOf(webhook)) {
		case 'never-called':
			return { text: 'Nothing arrived there yet', tone: 'plain' };
		case 'fine':
			return { text: `Last arrived ${at(webhook.lastOkAt)}`, tone: 'done' };
		case 'failing':
			return { text: `Failing since ${at(webhook.failingSince)}`, tone: 'due' };
		case 'person':
			return { text: paused, tone: 'plain' };
		case 'gone':
			return { text: `${paused}: it answered that it wants no more`, tone: 'due' };
		case 'failing-for-days':
			return { text: `${paused}: nothing arrived for five days`, tone: 'due' };
	}
}

/** How a delivery stands. */
export function deliveryWords(
	delivery: Parameters<typeof deliveryStateOf>[0] & { nextTryAt: string | null },
	zone: string
): string {
	const { attempts, failure } = delivery;
	const said = failure ?? '';
	switch (deliveryStateOf(delivery)) {
		case 'arrived':
			return `Arrived ${momentInWords(delivery.deliveredAt ?? '', zone)}${
				attempts > 1 ? `, at the ${attempts}. try` : ''
			}`;
		case 'failed':
			return `Failed after ${counted(attempts, 'try', 'tries')}. ${said}`;
		case 'tried-again':
			return `${said} ${counted(attempts, 'try', 'tries')} so far, the next ${momentInWords(delivery.nextTryAt ?? '', zone)}.`;
		case 'on-its-way':
			return 'On its way';
	}
}
