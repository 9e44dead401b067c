import { z } from 'zod';
import { exampleId } from '#method/field-schemas.ts';
import { businessCalendar } from '#features/account/reads/calendar.server.ts';
import { openThemes } from '#features/clarity/reads/readiness.server.ts';
import { criteria, strengths } from '#features/clarity/reads/self.server.ts';
import { headOf, interviewNamed } from '#features/interviews/reads/interviews.server.ts';
import { messageViews } from '#features/outreach/reads/messages.server.ts';
import { preparationOf } from '#features/preparation/reads/preparation.server.ts';
import { talkOf } from '#features/talk/reads/talks.server.ts';
import { operation } from '#server/perform.ts';
import type { Scope } from '#server/scope.server.ts';
import { connectorOf, thanksOf, updateOf } from '../reads/thanks-and-updates.server.ts';
import { notedTexts } from '../reads/noted-texts.server.ts';
import { isLate } from '../rules/debrief.ts';
import { giveBackIdeas, offeredFavours } from '../rules/favours.ts';
import { richnessText, shallowText } from '../rules/insight.ts';
import { reflectionLede } from '../rules/lede.ts';
import { namesToOffer } from '../rules/named-people.ts';
import { notesToOffer } from '../rules/notes.ts';
import { id, reflection } from '../schemas.ts';
import { toInsightDetails } from '../reads/insights.server.ts';
import { toNamedPersonDetails } from '../reads/named-people.server.ts';
import * as store from '../store.server.ts';
import { toDebriefView } from './debrief.server.ts';
import { toFavourView } from './favours.server.ts';

/** Themes that an insight can refer to: the interview's own first, then other open ones. */
async function themesToChoose(
	scope: Scope,
	own: { themeId: string; themeTitle: string; themeSeat: number | null }
) {
	const others = (await openThemes(scope)).filter((theme) => theme.id !== own.themeId);
	return [
		{ id: own.themeId, title: own.themeTitle, seat: own.themeSeat },
		...others.map(({ id, title, seat }) => ({ id, title, seat }))
	];
}

/**
 * View of a reflection (method 7): debrief, insights, thank-you and updates with their dates,
 * favours, and people the partner named.
 * @refuses `interview.missing`
 */
export const getReflection = operation({
	name: 'reflection.get',
	http: { verb: 'GET', path: '/interviews/{id}/reflection' },
	summary: 'View what you learned in a conversation, and the next steps',
	effect: 'read',
	input: z.object({ id }),
	output: reflection,
	example: { id: exampleId },
	run: async ({ scope, now }, input) => {
		const thread = await interviewNamed(scope, input.id);
		const { zone } = await businessCalendar(scope);
		const { progress } = await preparationOf(scope, thread.id);
		const talk = await talkOf(scope, thread.id);
		const debriefRow = await store.debriefOf(scope, thread.id);
		const debrief = toDebriefView(debriefRow);
		const insights = await store.insightsOf(scope, thread.id);
		const favours = await store.favoursOf(scope, thread.id);
		const named = await store.namedBy(scope, thread.id);
		const messages = await messageViews(scope, thread.id);
		const notes = talk?.notes ?? [];
		const length = { minutes: talk?.minutes ?? null, overMinutes: talk?.overMinutes ?? 0 };
		const extraMinutes = talk?.extraMinutes ?? 0;
		const { heldAt } = thread;
		const namesNoted = notes.flatMap(({ tag, text }) => (tag === 'a-name' ? [text] : []));
		const shallow = debrief.doneAt ? shallowText(insights.length) : undefined;
		return {
			head: headOf(thread, progress),
			lede: heldAt ? reflectionLede({ heldAt, ...length, extraMinutes }, now, zone) : '',
			talk: talk && length,
			late: heldAt !== null && isLate(heldAt, now, zone),
			debrief,
			insights: await toInsightDetails(scope, thread, insights),
			richness: richnessText(insights.length),
			shallow: shallow ?? null,
			notes: notesToOffer(
				notes,
				insights.flatMap(({ text, words }) => [text, words])
			),
			criteria: (await criteria(scope)).map(({ id, text }) => ({ id, text })),
			themes: await themesToChoose(scope, thread),
			favours: favours.map((row) => toFavourView(row, zone)),
			offeredFavours: offeredFavours(
				length.minutes,
				named.map(({ name }) => name),
				favours.flatMap(({ direction, text }) => (direction === 'from-partner' ? [text] : []))
			),
			ideas: giveBackIdeas(await strengths(scope), thread.givenName || thread.personName),
			namedPeople: await toNamedPersonDetails(scope, named),
			offeredNames: namesToOffer(
				namesNoted,
				named.map(({ name }) => name)
			),
			thanks: thanksOf(thread, messages, now, zone),
			update: updateOf(thread, messages, zone),
			connector: await connectorOf(scope, thread, messages, zone),
			said: notedTexts(insights, debriefRow, talk).all
		};
	}
});
