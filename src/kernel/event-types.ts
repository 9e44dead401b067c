/**
 * What programs may be told of: the verbs of events, by what they are about. A thing taken back is
 * told too, so that whoever follows along is never left with what no longer holds. What an explorer
 * writes for themselves alone (answers, notes, drafts, criteria) is told to nobody.
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
		'chased',
		'unchased',
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
	named: ['added', 'known', 'unknown', 'removed'],
	asks: ['begun', 'asked', 'unasked', 'answered', 'unanswered', 'ended', 'unended', 'removed'],
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
		'letBe',
		'unletBe',
		'removed'
	],
	consultations: ['sent', 'unsent', 'held', 'unheld', 'withdrawn', 'broughtBack'],
	decisions: ['recorded', 'withdrawn', 'reinstated'],
	experiments: ['planned', 'done', 'removed', 'takenBack'],
	people: ['added', 'changed', 'forgotten', 'markedDoNotContact', 'allowedContact', 'takenBack'],
	imports: ['committed', 'undone'],
	season: ['paused', 'resumed']
} as const satisfies Record<string, readonly string[]>;

export type EventSubject = keyof typeof eventTypes;

/** Every verb that may be told, `interviews.asked`. */
export const eventTypeNames: readonly string[] = Object.entries(eventTypes).flatMap(
	([noun, verbs]) => verbs.map((verb) => `${noun}.${verb}`)
);

const every = new Set(eventTypeNames);

/** What a program may ask for: one verb, or all about a thing, `interviews.*`. */
export const subscribable: readonly string[] = [
	...Object.keys(eventTypes).map((noun) => `${noun}.*`),
	...eventTypeNames
];

/** Whether events of this verb are told at all. */
export function isEventType(verb: string): boolean {
	return every.has(verb);
}

/** Whether one who wants these is told of an event of this verb. */
export function wants(list: readonly string[], verb: string): boolean {
	if (!isEventType(verb)) return false;
	return list.includes(verb) || list.includes(`${verb.split('.')[0] ?? ''}.*`);
}
