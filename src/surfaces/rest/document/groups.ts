import type { AnyOperation } from '#server/perform.ts';

/** Descriptions of the tags of the document, by the first part of a path. */
const groups: Record<string, string> = {
	profile: 'The explorer: name, address, time zone, holidays',
	pauses: 'Pauses of the season',
	keys: 'Keys that programs use',
	passkeys: 'Passkeys that sign the explorer in',
	sessions: 'Where the explorer is signed in',
	account: 'The account itself',
	clarity: 'Strengths, values, interests, criteria, readiness',
	'self-notes': 'Strengths, values and interests, each ranked',
	criteria: 'What a career has to fulfil, ranked, with deal-breakers',
	readiness: 'The readiness check before asking people',
	options: 'Other options besides the three themes',
	themes: 'Dream career themes: three places and a parking lot',
	people: 'The address book',
	imports: 'Imports of contacts: read a file, review it, import or undo',
	organizations: 'Schools, associations and employers',
	interviews: 'Interviews: one partner and one theme, from the first wish to the thank-you',
	goals: 'Goals: what one interview should answer',
	sources: 'Sources that were read before the request',
	meetings: 'Agreed times of interviews: agree, reschedule, cancel',
	messages: 'Messages to a person, each with one purpose',
	templates: 'The explorer’s own message templates',
	'introduction-requests': 'Introduction requests to people the explorer knows, and their outcome',
	'request-recipients': 'Recipients of an introduction request, and their answers',
	introductions: 'Introductions: partners whom a connector brings',
	schools: 'Schools that are asked to connect the explorer with alumni',
	events: 'Events of associations, attended as a guest',
	'met-people': 'People met at an event, and the follow-up',
	consultations: 'Consultations: free career clarity meetings with a coach',
	insights: 'Insights: one thing learned each',
	favours: 'Favours given and received',
	'named-people': 'People whom partners named',
	decisions: 'Themes side by side, and the decision about each',
	experiments: 'Experiments of the test-drive ladder, beyond conversations',
	'audit-events': 'What happened, the newest last: ids and verbs, for regular polling',
	webhooks: 'Webhooks: programs that are notified of events',
	today: 'What to do next'
};

/** The first part of an operation's path, which is its tag in the document. */
export function groupOf({ http }: Pick<AnyOperation, 'http'>): string {
	return http.path.split('/')[1] ?? '';
}

/** The description of a tag. */
export function groupDescription(name: string): string {
	return groups[name] ?? name;
}
