import { dayOf } from '#kernel/clock.ts';
import { seeProfile } from '#features/account/operations.server.ts';
import type { interviewNamed } from '#features/interviews/reading-interviews.server.ts';
import { dateWords } from '#features/interviews/rules/calendar-words.ts';
import { preparationOf } from '#features/preparation/reading-preparation.server.ts';
import type { Context } from '#server/perform.ts';
import { fillTemplate, type Template } from './rules/template.ts';
import { chaserTemplate, requestTemplates } from './rules/templates.ts';
import { mediumWords, type Medium } from './rules/ways.ts';
import { asPhrase, themeInSentence, weekAhead } from './rules/wording.ts';
import type { Purpose } from './shapes.ts';
import { templateOf } from './store.server.ts';

type Thread = Awaited<ReturnType<typeof interviewNamed>>;

/**
 * A message from the explorer's own wording or ours, filled with what is known; what is not stays
 * in sight as a placeholder.
 */
export async function filled(
	context: Context,
	thread: Thread,
	purpose: Purpose,
	ask: { minutes: number; medium: Medium }
): Promise<Template> {
	const { scope, now } = context;
	const own = await templateOf(scope, purpose, thread.channel);
	const template = own ?? usual(purpose, thread.channel);
	const { name, introduction, zone } = await seeProfile.run(context, {});
	const { goals, whyYou } = await preparationOf(scope, thread.id);
	const facts = {
		partner: thread.givenName || thread.personName,
		theme: themeInSentence(thread.themeTitle),
		connection: thread.connection.replace(/[.\s]+$/, ''),
		'why you': asPhrase(whyYou?.answers ?? ''),
		minutes: String(ask.minutes),
		medium: mediumWords[ask.medium],
		week: weekAhead(now, zone),
		goal: asPhrase(goals[0]?.text ?? ''),
		'asked on': thread.askedAt ? dateWords(dayOf(thread.askedAt, zone)) : undefined,
		me: [name, introduction].filter(Boolean).join('\n')
	};
	return {
		subject: fillTemplate(template.subject, facts),
		body: fillTemplate(template.body, facts)
	};
}

/** Our own wording, where the explorer keeps none. */
export function usual(purpose: Purpose, channel: Thread['channel']): Template {
	return purpose === 'chaser' ? chaserTemplate : requestTemplates[channel];
}
