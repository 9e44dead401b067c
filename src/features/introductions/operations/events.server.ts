import { z } from 'zod';
import { undoneBy } from '#kernel/operation.ts';
import { found, otherBody, refuseConflict } from '#kernel/refusal.ts';
import { channelDetailsFor } from '#features/interviews/writes/partners.server.ts';
import { themeToAskAbout } from '#features/interviews/reads/partners.server.ts';
import { calendarDateText } from '#method/calendar-text.ts';
import { textKey } from '#method/folding.ts';
import { exampleId } from '#method/field-schemas.ts';
import { nextCursor, pageFields } from '#server/paging.ts';
import { operation, type Context } from '#server/perform.ts';
import { factsFor, factsNow } from '../reads/asking.server.ts';
import { namesakesOf } from '../writes/planning.server.ts';
import { guestText, openingLine } from '../rules/texts.ts';
import {
	changedAt,
	day,
	associationEvent,
	associationEventView,
	id,
	longText,
	organizationName,
	place,
	themeId,
	title
} from '../schemas.ts';
import { refuseOther } from '../reads/changed-since.ts';
import * as store from '../store.server.ts';
import { toEventView } from '../reads/views.server.ts';

/**
 * Events of associations, latest day first (method 2), in pages of 60 unless `limit` says otherwise.
 * @refuses `events.cursor`
 */
export const listEvents = operation({
	name: 'events.list',
	http: { verb: 'GET', path: '/events' },
	summary: 'List the events you attend or would like to attend',
	effect: 'read',
	input: z.object({ themeId: themeId.optional(), ...pageFields }),
	output: z.object({ events: z.array(associationEvent), nextCursor }),
	example: {},
	run: async ({ scope }, { themeId: ofTheme, ...asked }) => {
		const page = await store.eventsOf(scope, ofTheme, asked);
		return { events: page.rows.map(toEventView), nextCursor: page.nextCursor };
	}
});

async function peopleMet({ scope }: Context, eventId: string) {
	const rows = await store.metAt(scope, eventId);
	const open = rows.filter((row) => !row.followedUpAt && !row.followUpSkippedAt);
	const namesakes = await namesakesOf(
		scope,
		open.map(({ name }) => name)
	);
	const ids = rows.flatMap(({ personId }) => personId ?? []);
	const interviews = await store.interviewsMet(scope, ids);
	return rows.map(
		({ id: metId, name, note, metAt, personId, followedUpAt, followUpSkippedAt }) => ({
			id: metId,
			name,
			note,
			metAt,
			personId,
			interviewId: (personId && interviews.get(personId)) ?? null,
			followedUpAt,
			followUpSkippedAt,
			namesakes: followedUpAt || followUpSkippedAt ? [] : (namesakes.get(name) ?? [])
		})
	);
}

/**
 * One event: its plan, the text that asks to attend as a guest, and the people met there.
 * @refuses `event.missing`
 */
export const getEvent = operation({
	name: 'events.get',
	http: { verb: 'GET', path: '/events/{id}' },
	summary: 'View an event with its plan and the people you met',
	effect: 'read',
	input: z.object({ id }),
	output: associationEventView,
	example: { id: exampleId },
	run: async (context, input) => {
		const row = found(await store.eventRow(context.scope, input.id), 'event');
		const facts = await factsNow(context, row.themeId, row.themeTitle);
		return {
			...toEventView(row),
			lookFor: row.lookFor,
			openingLine: row.openingLine,
			text: guestText(facts, {
				title: row.title,
				day: calendarDateText(row.onDay),
				association: row.organizationName ?? ''
			}),
			people: await peopleMet(context, row.id)
		};
	}
});

const fields = {
	title,
	onDay: day,
	place,
	associationName: organizationName,
	lookFor: longText,
	openingLine: longText
};

async function associationOf(context: Context, name: string): Promise<string | null> {
	if (name === '') return null;
	const way = { channel: 'association', organizationName: name } as const;
	return (await channelDetailsFor(context, '', way)).organizationId;
}

type Typed = Partial<Record<keyof typeof fields, string | undefined>>;

/** Whether a stored event equals a repeated request to add it; an omitted opening line is not compared. */
function isSame(kept: store.EventRow, typed: Typed & { themeId: string }): boolean {
	const { openingLine: line, associationName = '' } = typed;
	return (
		kept.themeId === typed.themeId &&
		kept.title === typed.title &&
		kept.onDay === typed.onDay &&
		kept.place === (typed.place ?? '') &&
		kept.lookFor === (typed.lookFor ?? '') &&
		textKey(kept.organizationName ?? '') === textKey(associationName) &&
		(!line || kept.openingLine === line)
	);
}

/**
 * Adds an event of an association to a theme, with notes on whom to look for and an opening line;
 * without one it is drafted from the theme.
 * @param onDay local date of the event, as `2026-12-03`
 * @refuses `theme.missing`, `themes.not-open`, `event.other-body`
 */
export const addEvent = operation({
	name: 'events.add',
	http: { verb: 'POST', path: '/events' },
	summary: 'Add an event that you would like to attend as a guest',
	effect: 'write',
	input: z.object({
		id: id.optional(),
		themeId,
		...z.object(fields).partial().required({ title: true, onDay: true }).shape
	}),
	output: z.object({ id: z.string(), title: z.string(), changedAt: z.string() }),
	example: { themeId: exampleId, title: 'Autumn evening', onDay: '2026-12-03' },
	said: ({ title }) => `${title} added`,
	undo: ({ id, changedAt }) => undoneBy(removeEvent, { id, changedAt }),
	run: async (context, input) => {
		const { scope, now, record, newId } = context;
		const eventId = input.id ?? newId();
		const existing = input.id ? await store.eventRow(scope, eventId) : undefined;
		if (existing) {
			if (isSame(existing, input)) {
				return { id: existing.id, title: existing.title, changedAt: existing.changedAt };
			}
			throw otherBody('event');
		}
		const { theme } = await factsFor(context, input.themeId);
		await store.addEvent(scope, {
			id: eventId,
			theme_id: input.themeId,
			organization_id: await associationOf(context, input.associationName ?? ''),
			title: input.title,
			on_day: input.onDay,
			place: input.place ?? '',
			look_for: input.lookFor ?? '',
			opening_line: input.openingLine || openingLine(theme.title),
			added_at: now,
			changed_at: now
		});
		record({ verb: 'events.added', about: { kind: 'event', id: eventId } });
		return { id: eventId, title: input.title, changedAt: now };
	}
});

/**
 * Changes an event or its plan; omitted fields stay, an empty `associationName` removes the association.
 * @refuses `event.missing`, `events.changed-since`, `theme.missing`, `themes.not-open`
 */
export const changeEvent = operation({
	name: 'events.change',
	http: { verb: 'PATCH', path: '/events/{id}' },
	summary: 'Edit an event or its plan',
	effect: 'write',
	input: z.object({
		id,
		changedAt,
		themeId: themeId.optional(),
		...z.object(fields).partial().shape
	}),
	output: z.object({ id: z.string(), changedAt: z.string() }),
	example: { id: exampleId, lookFor: 'People who edit features' },
	said: 'Saved',
	run: async (context, input) => {
		const { scope, now, record } = context;
		const row = found(await store.eventRow(scope, input.id), 'event');
		refuseOther('events', row.changedAt, input.changedAt);
		const ofTheme = input.themeId ?? row.themeId;
		if (ofTheme !== row.themeId) await themeToAskAbout(scope, ofTheme);
		const association =
			input.associationName === undefined
				? row.organizationId
				: await associationOf(context, input.associationName);
		await store.changeEvent(scope, row.id, {
			theme_id: ofTheme,
			organization_id: association,
			title: input.title ?? row.title,
			on_day: input.onDay ?? row.onDay,
			place: input.place ?? row.place,
			look_for: input.lookFor ?? row.lookFor,
			opening_line: input.openingLine ?? row.openingLine,
			changed_at: now
		});
		record({ verb: 'events.changed', about: { kind: 'event', id: row.id } });
		return { id: row.id, changedAt: now };
	}
});

/**
 * Deletes an event where nobody was asked or met; others are called off instead.
 * @param changedAt version that the caller read; left out, it is not compared
 * @refuses `event.missing`, `events.asked-already`, `events.changed-since`
 */
export const removeEvent = operation({
	name: 'events.remove',
	http: { verb: 'DELETE', path: '/events/{id}' },
	summary: 'Delete an event, as long as no one was asked or met',
	effect: 'write',
	input: z.object({ id, changedAt }),
	output: z.object({ id: z.string() }),
	example: { id: exampleId },
	said: 'Event deleted',
	run: async ({ scope, record }, input) => {
		const row = found(await store.eventRow(scope, input.id), 'event');
		if (row.met > 0 || (row.askedAt ?? row.invitedAt ?? row.attendedAt)) {
			throw refuseConflict(
				'events.asked-already',
				'You already asked or met someone for this event, so it cannot be deleted. Nothing was changed. Mark it as not attending instead.'
			);
		}
		refuseOther('events', row.changedAt, input.changedAt);
		await store.removeEvent(scope, row.id);
		record({ verb: 'events.removed', about: { kind: 'event', id: row.id } });
		return { id: row.id };
	}
});
