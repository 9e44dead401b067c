import { z } from 'zod';
import { undoneBy } from '#kernel/operation.ts';
import { found, otherBody, refuseConflict } from '#kernel/refusal.ts';
import { exampleId } from '#method/field-schemas.ts';
import { nextCursor, pageFields } from '#server/paging.ts';
import { operation } from '#server/perform.ts';
import { factsFor } from '../reads/asking.server.ts';
import { askDates } from '../store/dated.server.ts';
import { marks } from './marks.server.ts';
import { askText } from '../rules/texts.ts';
import { ask, askRow, askTyped, changedAt, id, themeId } from '../schemas.ts';
import { changedSince, refuseOther } from '../reads/changed-since.ts';
import * as store from '../store.server.ts';
import { toAskView, toIntroductionView } from '../reads/outputs.server.ts';

/**
 * Asks with their counts, newest first, in pages; of one theme or all.
 * @refuses `asks.cursor`
 */
export const listAsks = operation({
	name: 'asks.list',
	http: { verb: 'GET', path: '/asks' },
	summary: 'List your asks, of one theme or all',
	effect: 'read',
	input: z.object({
		themeId: themeId.optional(),
		state: z.enum(['open', 'ended'], { error: 'An ask is open or ended.' }).optional(),
		...pageFields
	}),
	output: z.object({ asks: z.array(askRow), nextCursor }),
	example: { state: 'open' },
	run: async ({ scope }, { limit, cursor, ...which }) => {
		const page = await store.pageOfAsks(scope, which, { limit, cursor });
		return { asks: page.rows.map(toAskView), nextCursor: page.nextCursor };
	}
});

/**
 * One ask with its text, its people and the introductions that came from it.
 * @refuses `ask.missing`
 */
export const getAsk = operation({
	name: 'asks.get',
	http: { verb: 'GET', path: '/asks/{id}' },
	summary: 'See one ask and whom it went to',
	effect: 'read',
	input: z.object({ id }),
	output: ask,
	example: { id: exampleId },
	run: async ({ scope }, input) => {
		const row = found(await store.askCounted(scope, input.id), 'ask');
		const people = await store.askedPeople(scope, row.id);
		const introductions = await store.introductionsOfAsk(scope, row.id);
		return {
			...toAskView(row),
			text: row.text,
			changedAt: row.changedAt,
			people: people.map(({ company, position, doNotContactAt, ...person }) => ({
				...person,
				line: [position, company].filter(Boolean).join(', '),
				mustNotBeContacted: doNotContactAt !== null
			})),
			introductions: introductions.map(toIntroductionView)
		};
	}
});

/**
 * Creates an ask for a theme: one question to the explorer's own network (method 2). Without `text`,
 * one is drafted from the theme and the explorer's profile. Nothing is sent.
 * @refuses `theme.missing`, `themes.not-open`, `ask.other-body` when the id is known with another
 * theme or text
 */
export const beginAsk = operation({
	name: 'asks.begin',
	http: { verb: 'POST', path: '/asks' },
	summary: 'Begin to ask your circle about a theme',
	effect: 'write',
	input: z.object({ id: id.optional(), themeId, text: askTyped.optional() }),
	output: z.object({ id: z.string(), changedAt: z.string() }),
	example: { themeId: exampleId },
	said: 'Drafted. Nothing is sent without your click',
	undo: ({ id, changedAt }) => undoneBy(removeAsk, { id, changedAt }),
	run: async (context, input) => {
		const { scope, now, record, newId } = context;
		const askId = input.id ?? newId();
		const existing = input.id ? await store.askRow(scope, askId) : undefined;
		const facts = await factsFor(context, input.themeId);
		const text = input.text ?? askText(facts);
		if (existing) {
			if (existing.theme_id === input.themeId && existing.text === text) {
				return { id: askId, changedAt: existing.changed_at };
			}
			throw otherBody('ask');
		}
		const begun = { begun_at: now, changed_at: now };
		await store.addAsk(scope, { id: askId, theme_id: input.themeId, text, ...begun });
		record({ verb: 'asks.begun', about: { kind: 'ask', id: askId } });
		return { id: askId, changedAt: now };
	}
});

/**
 * Replaces the text of an ask.
 * @param changedAt version that the caller read; left out, it is not compared
 * @refuses `ask.missing`, `asks.changed-since`
 */
export const writeAsk = operation({
	name: 'asks.write',
	http: { verb: 'PUT', path: '/asks/{id}/text' },
	summary: 'Write the text of an ask',
	effect: 'write',
	input: z.object({ id, text: askTyped, changedAt }),
	output: z.object({ id: z.string(), changedAt: z.string() }),
	example: { id: exampleId, text: 'Do you know someone connected to magazine editing?' },
	said: 'The text is kept',
	run: async ({ scope, now, record }, input) => {
		const row = found(await store.askRow(scope, input.id), 'ask');
		refuseOther('asks', row.changed_at, input.changedAt);
		await store.changeAsk(scope, row.id, { text: input.text, changed_at: now });
		record({ verb: 'asks.written', about: { kind: 'ask', id: row.id } });
		return { id: row.id, changedAt: now };
	}
});

/**
 * Deletes an ask to which nobody was asked and no introduction belongs; others are ended instead.
 * @param changedAt as `asks.begin` returned it: the ask is then deleted only if it is unchanged and empty
 * @refuses `ask.missing`, `asks.asked-already`, `asks.changed-since`
 */
export const removeAsk = operation({
	name: 'asks.remove',
	http: { verb: 'DELETE', path: '/asks/{id}' },
	summary: 'Take an ask away, as long as nobody was asked',
	effect: 'write',
	input: z.object({ id, changedAt }),
	output: z.object({ id: z.string() }),
	example: { id: exampleId },
	said: 'The ask is gone',
	run: async ({ scope, record }, input) => {
		const row = found(await store.askRow(scope, input.id), 'ask');
		const { asked, people } = await store.countAsked(scope, row.id);
		const introductions = await store.introductionsOfAsk(scope, row.id);
		if (asked > 0 || introductions.length > 0) {
			throw refuseConflict(
				'asks.asked-already',
				'Somebody was asked here, so the ask stays, and nobody is asked twice by mistake. End it instead.'
			);
		}
		const asBegun = people === 0 && input.changedAt === row.changed_at;
		if (input.changedAt !== undefined && !asBegun) throw changedSince('asks');
		await store.removeAsk(scope, row.id);
		record({ verb: 'asks.removed', about: { kind: 'ask', id: row.id } });
		return { id: row.id };
	}
});

/**
 * `endAsk` ends an ask: no further people can be added, and missing answers are no longer awaited.
 * `unendAsk` reopens it.
 * @refuses `ask.missing`, `asks.noted-already`, `asks.changed-since`
 */
export const [endAsk, unendAsk] = marks(askDates, {
	path: 'end',
	column: 'endedAt',
	verb: 'end',
	mark: {
		summary: 'End an ask and leave in peace whoever is quiet',
		event: 'asks.ended',
		said: 'Ended. Whoever is quiet is left in peace'
	},
	unmark: {
		summary: 'Open an ended ask again',
		event: 'asks.unended',
		said: 'Open again'
	}
});
