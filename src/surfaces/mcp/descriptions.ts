/**
 * What an assistant needs beyond an operation's summary: the terms of the method, by the first part of
 * the operation's name (docs/method.md).
 */
export const nounDescriptions: Record<string, string> = {
	account: 'Counts only, no contents.',
	introductionRequests:
		'An introduction request is one question to people the explorer knows, “do you know someone connected to …?”; each recipient is waited for, answers or is left in peace.',
	brief:
		'The brief is the preparation of one interview: one to three goals, at least three sources, ranked questions, a script of a minute, prepared answers.',
	clarity:
		'Clarity comes first: one to three open themes, strengths, values, interests and ranked criteria. The readiness check answers ready, almost or too-soon, with its reasons and one next task. At too-soon nobody should be asked yet.',
	consultations:
		'A consultation is a free clarity talk with a coach, asked for when focus is missing; it carries only what the explorer chose to share.',
	decision:
		'Themes side by side, scored criterion by criterion. Never repeat a score without its spread and the number of talks, and name a deal-breaker before any score.',
	auditEvents: 'What happened in the workspace, as verbs and ids in time order, never a text.',
	events:
		'An event of an association or a school that the explorer attends as a guest; whom they met is followed up the next day.',
	imports:
		'A LinkedIn file is read and looked at first. Taking it over is the explorer’s own step, on the page.',
	favours:
		'A favour is an entry in the two-way ledger: what a partner gave, what the explorer gave back.',
	insights:
		'An insight is one thing learned: theme, aspect, for or against, how strong, the partner’s words.',
	interviews:
		'An interview is one partner and one theme: the whole thread from the first wish to the thank-you, with its stage and what is next. A partner is the person who is interviewed.',
	introductions:
		'A connector brings a partner: offered, agreed by the partner, introduced, then led to an interview or lapsed.',
	keys: 'Names and dates of keys; a key itself is never shown.',
	meetings:
		'A meeting is the agreed time, length and medium of an interview, kept with the wall time of both zones.',
	messages:
		'A message has one purpose: request, follow-up, thank-you, update or thanks to the connector. A request has 50 to 125 words, a subject of 3 to 6 words, asks for 10, 15 or 20 minutes by phone, in person or by video, says why this partner, and says that it is not about a job.',
	organizations: 'A school, a professional association or an employer.',
	passkeys: 'Names and dates only.',
	sessions: 'Where the explorer is signed in: families of browsers and dates only.',
	people:
		'A person is anyone in the address book; by what they do they are a partner (is interviewed), a connector (introduces) or a coach. Whoever is marked “do not contact” is never written to.',
	profile:
		'Who the explorer is, their zone, and whose holidays count for business days. A pause shifts every waiting date.',
	reflection:
		'After a talk: the debrief, insights (one thing learned each: theme, aspect, for or against, how strong), the thank-you within 24 hours, favours both ways.',
	schools:
		'A school is asked to connect the explorer with alumni, to hear how the training serves them.',
	script:
		'The script begins the talk: who I am, why this work, why you, how long, not a job. At most 60 seconds aloud. It is only suggested here; keeping it is the explorer’s own step.',
	talks: 'The conversation itself, as events in time order, with notes in the partner’s own words.',
	templates:
		'The wording that a draft starts from, by purpose and by channel: network, school, association or direct.',
	webhooks:
		'Programs of the explorer’s own that are told what happened; only how they stand is seen here.',
	themes: 'A theme is a dream career; at most three are open at once.',
	today:
		'What is next, the most urgent first. Days are business days of the explorer: 3 without an answer, ask a second person for the theme; 7, the one follow-up; 7 more, close kindly.'
};

/** Additions to the description of single operations, by name. */
export const operationNotes: Record<string, string> = {
	'messages.check':
		'Findings point at words by character offsets. English only; another language is answered “not-checked” and is no fault.',
	'messages.draft':
		'Where a draft exists its words are kept and only length and medium are put right in it, unless startOver is yes. Where something is not known a placeholder stays in sight: fill it, or ask the explorer.',
	'messages.write':
		'Give changedAt as you last saw it, null where there was no draft; what the explorer wrote since is never overwritten. Check the text with messages_check before.',
	'messages.takeBack': 'Works only while nobody has changed the new draft.',
	'people.list': 'With themeId it finds people near a theme. nextCursor goes on where it ended.',
	'imports.read':
		'Over MCP a file may have about 700 kB; a longer one goes through the page or REST.'
};
