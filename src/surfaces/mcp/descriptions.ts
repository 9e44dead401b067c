/**
 * What an assistant needs beyond an operation's summary: the terms of the method, by the first part of
 * the operation's name (docs/method.md).
 */
export const nounDescriptions: Record<string, string> = {
	account: 'Counts only, no contents.',
	introductionRequests:
		'An introduction request is one question to people the explorer knows: “Do you know someone connected to …?” Each recipient has a state: waiting, answered or no longer asked.',
	brief:
		'The brief is the preparation of one interview: one to three goals, at least three sources, ranked questions, a one-minute script, prepared answers.',
	clarity:
		'Clarity comes first: one to three open themes, strengths, values, interests and ranked criteria. The readiness check answers ready, almost or too-soon, with its reasons and one next task. At too-soon, no one should be asked yet.',
	consultations:
		'A consultation is a free career clarity meeting with a coach, requested when focus is missing. The request contains only what the explorer chose to share.',
	decision:
		'Themes side by side, scored criterion by criterion. Never repeat a score without its range and the number of conversations, and name a deal-breaker before any score.',
	auditEvents: 'What happened in the workspace, as verbs and ids in time order, without texts.',
	events:
		'An event of an association or a school that the explorer attends as a guest; the explorer follows up with people they met on the next day.',
	imports:
		'A LinkedIn file is read and reviewed first. Importing the contacts is the explorer’s own step, on the page.',
	favours:
		'A favour is an entry in the two-way ledger: what a partner gave, what the explorer gave back.',
	insights:
		'An insight is one thing learned: theme, aspect, for or against, how strong, the partner’s words.',
	interviews:
		'An interview is one partner and one theme: the whole thread from the first wish to the thank-you, with its stage and the next step. A partner is the person who is interviewed.',
	introductions:
		'A connector brings a partner: offered, agreed by the partner, introduced, then led to an interview or lapsed.',
	keys: 'Names and dates of keys; a key itself is never shown.',
	meetings:
		'A meeting is the agreed time, length and medium of an interview, saved with the local time in both time zones.',
	messages:
		'A message has one purpose: request, follow-up, thank-you, update or thanks to the connector. A request has 50 to 125 words, a subject of 3 to 6 words, asks for 10, 15 or 20 minutes by phone, in person or by video, says why this partner, and says that it is not about a job.',
	organizations: 'A school, a professional association or an employer.',
	passkeys: 'Names and dates only.',
	sessions: 'Where the explorer is signed in: families of browsers and dates only.',
	people:
		'A person is anyone in the address book; by what they do they are a partner (is interviewed), a connector (introduces) or a coach. Never write to anyone who is marked “do not contact”.',
	profile:
		'Who the explorer is, their time zone, and which holidays count for business days. A pause shifts every waiting date.',
	reflection:
		'After a conversation: the debrief, insights (one thing learned each: theme, aspect, for or against, how strong), the thank-you within 24 hours, favours both ways.',
	schools:
		'The explorer asks a school to connect them with alumni, to hear how useful the training is at work.',
	script:
		'The script opens the conversation: who I am, why this work, why you, how long, not a job. It takes at most 60 seconds aloud. It is only suggested here. Saving the script is the explorer’s own step.',
	talks: 'The conversation itself, as events in time order, with notes in the partner’s own words.',
	templates:
		'The template that a draft starts from, by purpose and by channel: network, school, association or direct.',
	webhooks:
		'The explorer’s own programs that are notified of events. Only their status is shown here.',
	themes: 'A theme is a dream career; at most three are open at once.',
	today:
		'What is next, the most urgent first. Days are business days of the explorer: 3 without an answer, ask a second person for the theme; 7, the one follow-up; 7 more, close the interview.'
};

/** Additions to the description of single operations, by name. */
export const operationNotes: Record<string, string> = {
	'messages.check':
		'Findings point at words by character offsets. The check reads English only. For another language the result is “not-checked”, which is not an error.',
	'messages.draft':
		'If a draft exists, its text stays and only length and medium are updated, unless startOver is yes. For anything unknown a placeholder stays in the text: fill it in, or ask the explorer.',
	'messages.write':
		'Give changedAt as you last read it, or null if there was no draft. Newer text of the explorer is never overwritten. Check the text with messages_check first.',
	'messages.takeBack': 'Works only while no one has edited the new draft.',
	'people.list': 'With themeId it finds people near a theme. nextCursor continues the list.',
	'imports.read':
		'Over MCP a file can have about 700 kB. Send a larger file through the page or REST.'
};
