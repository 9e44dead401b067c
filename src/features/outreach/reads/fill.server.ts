import { dayOf } from '#kernel/clock.ts';
import { workspaceOf } from '#features/account/reads/workspace.server.ts';
import { calendarDateText } from '#method/calendar-text.ts';
import { cut } from '#kernel/texts.ts';
import { preparationOf } from '#features/preparation/reads/preparation.server.ts';
import type { Thread } from './after-talk.server.ts';
import { saidInTalk } from './noted-texts.server.ts';
import type { Context } from '#server/perform.ts';
import { afterTemplates } from '../rules/after-templates.ts';
import { LONGEST_BODY, LONGEST_SUBJECT } from '../rules/lengths.ts';
import { isAfterTalk } from '#method/purposes.ts';
import { fillTemplate, type Template } from '../rules/template.ts';
import { followUpTemplate, requestTemplates } from '../rules/templates.ts';
import { mediumLabels, type Medium } from '#method/media.ts';
import { asPhrase, asSaid, sinceTalk, themeInSentence, weekAhead } from '#method/wording.ts';
import type { Purpose } from '../schemas.ts';
import { messageOf, templateOf } from '../store.server.ts';

/**
 * A message from the explorer's own template or the default one, filled with known facts; unknown ones
 * stay as visible placeholders.
 */
export async function filled(
	context: Context,
	thread: Thread,
	purpose: Purpose,
	ask: { minutes: number; medium: Medium }
): Promise<Template> {
	const { scope } = context;
	const own = await templateOf(scope, purpose, thread.channel);
	const template = own ?? usual(purpose, thread.channel);
	const me = await workspaceOf(context.scope);
	const facts = isAfterTalk(purpose)
		? await factsAfterTalk(context, thread, me)
		: await factsToAsk(context, thread, me, ask);
	return {
		// A filled template may exceed the limits of a stored draft.
		subject: cut(fillTemplate(template.subject, facts), LONGEST_SUBJECT),
		body: cut(fillTemplate(template.body, facts), LONGEST_BODY)
	};
}

type Facts = Record<string, string | undefined>;
type Me = Pick<Awaited<ReturnType<typeof workspaceOf>>, 'name' | 'introduction' | 'zone'>;

async function factsToAsk(
	{ scope, now }: Context,
	thread: Thread,
	{ name, introduction, zone }: Me,
	ask: { minutes: number; medium: Medium }
): Promise<Facts> {
	const { goals, whyYou } = await preparationOf(scope, thread.id);
	return {
		partner: thread.givenName || thread.personName,
		theme: themeInSentence(thread.themeTitle),
		connection: thread.connection.replace(/[.\s]+$/, ''),
		'why you': asPhrase(whyYou?.answers ?? ''),
		minutes: String(ask.minutes),
		medium: mediumLabels[ask.medium],
		week: weekAhead(now, zone),
		goal: asPhrase(goals[0]?.text ?? ''),
		'asked on': thread.askedAt ? calendarDateText(dayOf(thread.askedAt, zone)) : undefined,
		me: [name, introduction].filter(Boolean).join('\n')
	};
}

/** Facts for thanks and updates; what the conversation changed and led to stays open for the explorer. */
async function factsAfterTalk(context: Context, thread: Thread, me: Me): Promise<Facts> {
	const { scope, now } = context;
	const { strongest } = await saidInTalk(context, thread.id);
	const firstUpdate = await messageOf(scope, thread.id, 'update');
	const on = (instant: string | null | undefined) =>
		instant ? calendarDateText(dayOf(instant, me.zone)) : undefined;
	return {
		partner: thread.givenName || thread.personName,
		connector: thread.connectorGivenName || (thread.connectorName ?? undefined),
		theme: themeInSentence(thread.themeTitle),
		'talked on': on(thread.heldAt),
		'since when': thread.heldAt ? sinceTalk(thread.heldAt, now, me.zone) : undefined,
		'told on': on(firstUpdate?.sentAt),
		'what they said': strongest && asSaid(strongest),
		me: me.name
	};
}

/** The default template. */
export function usual(purpose: Purpose, channel: Thread['channel']): Template {
	if (isAfterTalk(purpose)) return afterTemplates[purpose];
	return purpose === 'follow-up' ? followUpTemplate : requestTemplates[channel];
}
