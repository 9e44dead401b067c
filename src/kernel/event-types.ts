/**
 * Event types for webhooks and the events API, by subject. The undo of a thing is an event too, so that
 * subscribers stay consistent. What an explorer writes for themselves (answers, notes, drafts, criteria)
 * causes no public event.
 */
export const eventTypes = {
	themes: [
		'opened',
		'chosen',
		'unchosen',
		'parked',
		'unparked',
		'letGo',
		'takenBack',
		'moved',
		'renamed',
		'described'
	],
	interviews: [
		'planned',
		'changed',
		'asked',
		'unasked',
		'followedUp',
		'unfollowedUp',
		'answered',
		'unanswered',
		'thanked',
		'unthanked',
		'told',
		'untold',
		'toldAgain',
		'untoldAgain',
		'connectorThanked',
		'connectorUnthanked',
		'connectorTold',
		'connectorUntold',
		'closed',
		'reopened',
		'removed'
	],
	meetings: ['agreed', 'unagreed', 'moved', 'movedBack', 'cancelled', 'uncancelled'],
	talks: ['held'],
	debrief: ['finished', 'reopened'],
	insights: ['added', 'changed', 'removed'],
	favours: ['noted', 'given', 'ungiven', 'changed', 'removed'],
	namedPeople: ['added', 'linked', 'unlinked', 'removed'],
	introductionRequests: [
		'drafted',
		'asked',
		'unasked',
		'answered',
		'unanswered',
		'ended',
		'unended',
		'removed'
	],
	introductions: [
		'offered',
		'changed',
		'agreed',
		'unagreed',
		'introduced',
		'unintroduced',
		'led',
		'unled',
		'lapsed',
		'unlapsed',
		'takenBack'
	],
	schools: [
		'added',
		'changed',
		'asked',
		'unasked',
		'answered',
		'unanswered',
		'connected',
		'unconnected',
		'declined',
		'undeclined',
		'removed'
	],
	events: [
		'added',
		'changed',
		'asked',
		'unasked',
		'invited',
		'uninvited',
		'attended',
		'unattended',
		'calledOff',
		'uncalledOff',
		'met',
		'unmet',
		'followedUp',
		'unfollowedUp',
		'followUpSkipped',
		'followUpUnskipped',
		'removed'
	],
	consultations: ['sent', 'unsent', 'held', 'unheld', 'withdrawn', 'broughtBack'],
	decisions: ['recorded', 'withdrawn', 'reinstated'],
	experiments: ['planned', 'done', 'removed', 'undone'],
	people: ['added', 'changed', 'forgotten', 'markedDoNotContact', 'allowedContact', 'takenBack'],
	imports: ['committed', 'undone'],
	season: ['paused', 'resumed']
} as const satisfies Record<string, readonly string[]>;

export type EventSubject = keyof typeof eventTypes;

/** The names of all event types, for example `interviews.asked`. */
export const eventTypeNames: readonly string[] = Object.entries(eventTypes).flatMap(
	([noun, verbs]) => verbs.map((verb) => `${noun}.${verb}`)
);

const knownTypes = new Set(eventTypeNames);

/** What a webhook may subscribe to: one event type, or all of a subject as `interviews.*`. */
export const subscribable: readonly string[] = [
	...Object.keys(eventTypes).map((noun) => `${noun}.*`),
	...eventTypeNames
];

/** Whether this is a public event type. */
export function isEventType(verb: string): boolean {
	return knownTypes.has(verb);
}

/** Whether a list of subscriptions includes an event type. */
export function isSubscribed(list: readonly string[], verb: string): boolean {
	if (!isEventType(verb)) return false;
	return list.includes(verb) || list.includes(`${verb.split('.')[0] ?? ''}.*`);
}
