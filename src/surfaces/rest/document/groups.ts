import type { AnyOperation } from '#server/perform.ts';

/** Descriptions of the tags of the document, by the first part of a path. */
const groups: Record<string, string> = {
	profile: 'Who the explorer is, where they live, when they pause',
	pauses: 'Pauses of the season',
	keys: 'Keys that programs use',
	passkeys: 'Passkeys that sign the explorer in',
	sessions: 'Where the explorer is signed in',
	account: 'The account itself',
	clarity: 'Strengths, values, interests, criteria, readiness',
	'self-notes': 'Strengths, values and interests, each ranked',
	criteria: 'What a career has to fulfil, ranked, with deal-breakers',
	readiness: 'Whether it is time to ask people',
	options: 'Other options beside the three themes',
	themes: 'Dream career themes: three seats and a parking lot',
	people: 'The address book',
	imports: 'Files of contacts: read, look, keep or undo',
	organizations: 'Schools, associations and employers',
	interviews: 'One partner and one theme, from the wish to the thank-you',
	goals: 'What one interview should answer',
	sources: 'What was read before asking',
	meetings: 'The agreed time of an interview: agreed, moved, called off',
	messages: 'Texts to a person, each with one purpose',
	templates: 'The explorer’s own wording',
	'introduction-requests': 'One question to people one knows, and what came of it',
	'request-recipients': 'Who was asked for an introduction, and what they answered',
	introductions: 'Partners whom a connector brings',
	schools: 'Schools asked to connect one with alumni',
	events: 'Events of associations, attended as a guest',
	'met-people': 'People met at an event, followed up or let be',
	consultations: 'A free career clarity talk with a coach',
	insights: 'What talks taught, one thing at a time',
	favours: 'What was given, both ways',
	'named-people': 'Whom partners named',
	decisions: 'Themes side by side, and what was concluded about each',
	experiments: 'Rungs of the test-drive ladder above the talk',
	'audit-events': 'What happened, the newest last: ids and verbs, to be asked for again and again',
	webhooks: 'Programs that are told what happened',
	today: 'What is next'
};

/** The first part of an operation's path, which is its tag in the document. */
export function groupOf({ http }: Pick<AnyOperation, 'http'>): string {
	return http.path.split('/')[1] ?? '';
}

/** The description of a tag. */
export function groupDescription(name: string): string {
	return groups[name] ?? name;
}
