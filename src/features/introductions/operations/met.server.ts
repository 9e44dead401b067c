import { z } from 'zod';
import { restoredAt } from '#kernel/clock.ts';
import { undoneBy, type UndoStep } from '#kernel/operation.ts';
import { found, otherBody, refuseConflict } from '#kernel/refusal.ts';
import { exampleId, instant } from '#method/field-schemas.ts';
import { operation } from '#server/perform.ts';
import type { Scope } from '#server/scope.server.ts';
import { planWith, unplanWith } from '../writes/planning.server.ts';
import { foundThroughText } from '../rules/texts.ts';
import { id, named, note, personName } from '../schemas.ts';
import { changedSince, refuseOther } from '../reads/changed-since.ts';
import * as store from '../store.server.ts';

/** the date to be cleared, as the caller knows it; left out, it is not compared */
const moment = z.string().max(40).optional();

const metOrMissing = async (scope: Scope, id: string) =>
	found(await store.metRow(scope, id), 'met-person');

function refuseDone(row: store.MetRow): void {
	if (!row.followedUpAt && !row.followUpSkippedAt) return;
	throw refuseConflict(
		'events.done-already',
		`The follow-up with ${row.name} is already done or skipped. Nothing was changed. Undo that first.`
	);
}

/**
 * Adds somebody met at an event, with name and note (method 2). Notes the attendance if it was not noted.
 * @refuses `event.missing`, `met-person.other-body` when the id is known with another name, note or event
 */
export const meetPerson = operation({
	name: 'events.meet',
	http: { verb: 'POST', path: '/events/{eventId}/met' },
	summary: 'Add a person you met at an event',
	effect: 'write',
	input: z.object({
		eventId: id,
		id: id.optional(),
		name: personName,
		note: note.default(''),
		/** original time of the meeting, for an undo of `events.unmeet` */
		metAt: instant.optional()
	}),
	output: named,
	example: { eventId: exampleId, name: 'Callum Firth', note: 'Runs the standards desk' },
	said: ({ name }) => `${name} added`,
	undo: ({ id }): UndoStep => undoneBy(unmeetPerson, { id }),
	run: async ({ scope, now, record, newId }, input) => {
		const event = found(await store.eventRow(scope, input.eventId), 'event');
		const metId = input.id ?? newId();
		const existing = input.id ? await store.metRow(scope, metId) : undefined;
		if (existing) {
			const same = existing.eventId === event.id && existing.name === input.name;
			if (same && existing.note === input.note) return { id: existing.id, name: existing.name };
			throw otherBody('met-person');
		}
		const requested = restoredAt(input.metAt, now);
		// A meeting cannot be earlier than the event's own entry.
		const metAt = requested < event.addedAt ? event.addedAt : requested;
		await store.addMet(scope, {
			id: metId,
			event_id: event.id,
			name: input.name,
			note: input.note,
			met_at: metAt
		});
		if (!event.attendedAt) {
			await store.changeEvent(scope, event.id, { attended_at: metAt, changed_at: now });
		}
		record({ verb: 'events.met', about: { kind: 'met-person', id: metId } });
		return { id: metId, name: input.name };
	}
});

/**
 * Removes a person met from the list, unless a follow-up or a decision was noted. The attendance is
 * cleared too if it was noted at the same time and nobody else was met.
 * @returns the input that adds the person again
 * @refuses `met-person.missing`, `events.changed-since`
 */
export const unmeetPerson = operation({
	name: 'events.unmeet',
	http: { verb: 'DELETE', path: '/met-people/{id}' },
	summary: 'Remove a person from the list of people you met',
	effect: 'write',
	input: z.object({ id }),
	output: named.extend({ eventId: z.string(), note: z.string(), metAt: z.string() }),
	example: { id: exampleId },
	said: ({ name }) => `${name} removed`,
	undo: (met) => undoneBy(meetPerson, met),
	run: async ({ scope, now, record }, input) => {
		const row = await metOrMissing(scope, input.id);
		if (row.followedUpAt || row.followUpSkippedAt) throw changedSince('events');
		await store.removeMet(scope, row.id);
		const event = await store.eventRow(scope, row.eventId);
		if (event?.attendedAt === row.metAt && Number(event.met) === 0) {
			await store.changeEvent(scope, event.id, { attended_at: null, changed_at: now });
		}
		record({ verb: 'events.unmet', about: { kind: 'met-person', id: row.id } });
		const { id: metId, name, eventId, note: noted, metAt } = row;
		return { id: metId, name, eventId, note: noted, metAt };
	}
});

/**
 * Follows up on a person met, in one step: adds them to the address book if necessary and plans an
 * interview in the channel of associations (method 2). Imago itself sends nothing.
 * @param personId the person in the address book; left out, a person of this name is added
 * @refuses `met-person.missing`, `events.done-already`, and those of `people.add` and
 * `interviews.plan`
 */
export const followUp = operation({
	name: 'events.followUp',
	http: { verb: 'POST', path: '/met-people/{id}/follow-up' },
	summary: 'Plan an interview with a person you met at an event',
	effect: 'write',
	input: z.object({ id, personId: id.nullable().optional(), interviewId: id.optional() }),
	output: named.extend({ interviewId: z.string(), followedUpAt: z.string() }),
	example: { id: exampleId },
	said: ({ name }) => `Interview with ${name} planned. Nothing is sent yet`,
	undo: ({ id, followedUpAt }) => undoneBy(unfollowUp, { id, followedUpAt }),
	run: async (context, input) => {
		const { scope, now, record } = context;
		const row = await metOrMissing(scope, input.id);
		refuseDone(row);
		const { personId, interviewId } = await planWith(context, {
			personId: input.personId ?? undefined,
			name: row.name,
			note: row.note,
			themeId: row.themeId,
			channel: 'association',
			organizationId: row.organizationId,
			connection: foundThroughText.met(row.title),
			interviewId: input.interviewId
		});
		await store.changeMet(scope, row.id, { person_id: personId, followed_up_at: now });
		record({ verb: 'events.followedUp', about: { kind: 'met-person', id: row.id } });
		return { id: row.id, name: row.name, interviewId, followedUpAt: now };
	}
});

/**
 * Reverses `followUp`: deletes the interview, and the person if it was added with it.
 * @refuses `met-person.missing`, `events.changed-since` when the interview was changed since
 */
export const unfollowUp = operation({
	name: 'events.unfollowUp',
	http: { verb: 'DELETE', path: '/met-people/{id}/follow-up' },
	summary: 'Undo a follow-up',
	effect: 'write',
	input: z.object({ id, followedUpAt: moment }),
	output: z.object({ id: z.string() }),
	example: { id: exampleId },
	run: async (context, input) => {
		const { scope, record } = context;
		const row = await metOrMissing(scope, input.id);
		const { personId, followedUpAt } = row;
		refuseOther('events', followedUpAt, input.followedUpAt);
		await store.changeMet(scope, row.id, { person_id: null, followed_up_at: null });
		const planned =
			personId && followedUpAt && (await store.interviewPlanned(scope, personId, followedUpAt));
		if (planned) {
			await unplanWith(context, { interviewId: planned.id, personId }, 'events');
		}
		record({ verb: 'events.unfollowedUp', about: { kind: 'met-person', id: row.id } });
		return { id: row.id };
	}
});

/**
 * Notes that no interview is planned with a person met.
 * @refuses `met-person.missing`, `events.done-already`
 */
export const skipFollowUp = operation({
	name: 'events.skipFollowUp',
	http: { verb: 'POST', path: '/met-people/{id}/skipped' },
	summary: 'Skip the follow-up with a person you met',
	effect: 'write',
	input: z.object({ id }),
	output: named.extend({ followUpSkippedAt: z.string() }),
	example: { id: exampleId },
	said: ({ name }) => `Follow-up with ${name} skipped`,
	undo: ({ id, followUpSkippedAt }) => undoneBy(unskipFollowUp, { id, followUpSkippedAt }),
	run: async ({ scope, now, record }, input) => {
		const row = await metOrMissing(scope, input.id);
		refuseDone(row);
		await store.changeMet(scope, row.id, { follow_up_skipped_at: now });
		record({ verb: 'events.followUpSkipped', about: { kind: 'met-person', id: row.id } });
		return { id: row.id, name: row.name, followUpSkippedAt: now };
	}
});

/** Reverses `skipFollowUp`. @refuses `met-person.missing`, `events.changed-since` */
export const unskipFollowUp = operation({
	name: 'events.unskipFollowUp',
	http: { verb: 'DELETE', path: '/met-people/{id}/skipped' },
	summary: 'Undo a skipped follow-up',
	effect: 'write',
	input: z.object({ id, followUpSkippedAt: moment }),
	output: z.object({ id: z.string() }),
	example: { id: exampleId },
	run: async ({ scope, record }, input) => {
		const row = await metOrMissing(scope, input.id);
		refuseOther('events', row.followUpSkippedAt, input.followUpSkippedAt);
		await store.changeMet(scope, row.id, { follow_up_skipped_at: null });
		record({ verb: 'events.followUpUnskipped', about: { kind: 'met-person', id: row.id } });
		return { id: row.id };
	}
});
