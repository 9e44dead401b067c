import { z } from 'zod';
import { addHours } from '#kernel/clock.ts';
import { undoneBy, type UndoStep } from '#kernel/operation.ts';
import { refuseConflict, refuseInvalid } from '#kernel/refusal.ts';
import { exampleId, instant } from '#method/field-schemas.ts';
import { allowContact, doNotContact } from '#features/people/writes/protecting.server.ts';
import { personNamed } from '#features/people/reads/people.server.ts';
import { operation, type Context } from '#server/perform.ts';
import { knownInterview } from '../reads/interviews.server.ts';
import { refuseSixthWaiting } from '../reads/waiting.server.ts';
import { partnerToAsk, refuseAskingTwice, themeToAskAbout } from '../reads/partners.server.ts';
import { mayClose, mayReopen } from '../rules/closing.ts';
import { closingReason, id } from '../schemas.ts';
import * as store from '../store.server.ts';

/** Hours within which a closing may be undone as a mistake [D]. */
const UNDO_HOURS = 1;

function changedSince(sentence: string) {
	return refuseConflict('interviews.changed-since', sentence);
}

/** Reason of the do-not-contact mark set by a closing; distinguishes it from other marks. */
const ASKED_TO_BE_FORGOTTEN = 'Asked to be forgotten';

/** Marks a person who asked to be forgotten as not to be contacted, also in imports. */
async function markForgotten(context: Context, personId: string): Promise<void> {
	const person = await personNamed(context.scope, personId);
	if (!person || person.doNotContactAt) return;
	await doNotContact(context, { id: personId, because: ASKED_TO_BE_FORGOTTEN });
}

/** Removes the mark that this closing set, never an earlier one. */
async function removeOwnMark(context: Context, stored: store.Interview): Promise<void> {
	if (stored.closedBecause !== 'forgotten') return;
	const person = await personNamed(context.scope, stored.personId);
	const own = person?.doNotContactAt === stored.closedAt;
	if (!own || person.doNotContactBecause !== ASKED_TO_BE_FORGOTTEN) return;
	await allowContact(context, { id: stored.personId });
}

/**
 * Reopens an interview, unless that made a second open interview, a sixth request, a request to
 * somebody who declined, or one about a theme without a seat.
 */
async function open(context: Context, stored: store.Interview): Promise<void> {
	const { scope, now } = context;
	const person = await partnerToAsk(scope, stored.personId);
	await refuseAskingTwice(scope, person, stored.themeId, stored.id);
	await themeToAskAbout(scope, stored.themeId);
	await refuseSixthWaiting(scope, { ...stored, closedAt: null });
	await store.changeInterview(scope, stored.id, {
		closed_at: null,
		closed_because: null,
		changed_at: now
	});
}

/**
 * Closes an interview with its reason (method 3); its notes are kept. A person who asked to be
 * forgotten is also marked as not to be contacted.
 * @param changedAt expected time of the last change; left out, it is not checked
 * @param closedAt original instant, given only when an undo restores it
 * @returns when it was closed, which `interviews.unclose` takes
 * @refuses `interview.missing`, `interviews.closed-already`, `interviews.closing-reason`,
 * `interviews.changed-since`, `interviews.to-come`
 */
export const closeInterview = operation({
	name: 'interviews.close',
	http: { verb: 'POST', path: '/interviews/{id}/close' },
	summary: 'Close an interview with a reason',
	effect: 'write',
	input: z.object({
		id,
		reason: closingReason,
		changedAt: z.string().max(40).optional(),
		closedAt: instant.optional()
	}),
	output: z.object({ id: z.string(), closedAt: z.string() }),
	example: { id: exampleId, reason: 'not-now' },
	said: (_, { reason }) =>
		reason === 'forgotten'
			? 'Interview closed, person marked “Do not contact”'
			: 'Interview closed',
	undo: ({ id, closedAt }, input) =>
		input.closedAt === undefined ? undoneBy(uncloseInterview, { id, closedAt }) : undefined,
	run: async (context, input) => {
		const { scope, now, record } = context;
		const stored = await knownInterview(context.scope, input.id);
		const refusal = mayClose(stored, input.reason);
		if (refusal) throw refusal;
		if (input.changedAt !== undefined && input.changedAt !== stored.changedAt) {
			throw changedSince(
				'This interview has been edited in the meantime, so it stays open. Nothing was changed. Check its page, then try again.'
			);
		}
		const closedAt = input.closedAt ?? now;
		if (closedAt > now) {
			throw refuseInvalid(
				'interviews.to-come',
				'This time is in the future. Nothing was changed. Give a time in the past.',
				'closedAt'
			);
		}
		await store.changeInterview(scope, stored.id, {
			closed_at: closedAt,
			closed_because: input.reason,
			changed_at: now
		});
		if (input.reason === 'forgotten') await markForgotten(context, stored.personId);
		record({ verb: 'interviews.closed', about: { kind: 'interview', id: stored.id } });
		return { id: stored.id, closedAt };
	}
});

/**
 * Reopens a closed interview, unless the partner declined.
 * @returns when and why it had been closed, to close it again
 * @refuses `interview.missing`, `interviews.open-already`, `interviews.stays-closed`,
 * `people.do-not-contact`, `interviews.one-open`, `interviews.said-no`, `themes.not-open`,
 * `outreach.five-waiting`
 */
export const reopenInterview = operation({
	name: 'interviews.reopen',
	http: { verb: 'POST', path: '/interviews/{id}/reopen' },
	summary: 'Reopen a closed interview',
	effect: 'write',
	input: z.object({ id }),
	output: z.object({
		id: z.string(),
		changedAt: z.string(),
		before: z.object({ closedAt: z.string(), reason: closingReason })
	}),
	example: { id: exampleId },
	said: 'Interview reopened',
	undo: ({ id, changedAt, before }): UndoStep =>
		undoneBy(closeInterview, { id, changedAt, ...before }),
	run: async (context, input) => {
		const stored = await knownInterview(context.scope, input.id);
		const refusal = mayReopen(stored);
		if (refusal) throw refusal;
		await open(context, stored);
		context.record({ verb: 'interviews.reopened', about: { kind: 'interview', id: stored.id } });
		const { closedAt, closedBecause } = stored;
		const before = { closedAt: closedAt ?? context.now, reason: closedBecause ?? 'other' };
		return { id: stored.id, changedAt: context.now, before };
	}
});

/**
 * Undoes a closing as a mistake, whatever its reason, within the hour.
 * @param closedAt expected instant from `interviews.close`
 * @refuses `interview.missing`, `interviews.changed-since`, and those of `interviews.reopen`
 */
export const uncloseInterview = operation({
	name: 'interviews.unclose',
	http: { verb: 'DELETE', path: '/interviews/{id}/close' },
	summary: 'Undo the closing of an interview, within one hour',
	effect: 'write',
	input: z.object({
		id,
		closedAt: z.iso.datetime('Give the time at which the interview was closed.')
	}),
	output: z.object({ id: z.string() }),
	example: { id: exampleId, closedAt: '2026-11-23T09:42:00.000Z' },
	run: async (context, input) => {
		const stored = await knownInterview(context.scope, input.id);
		const late = addHours(input.closedAt, UNDO_HOURS) < context.now;
		if (late || stored.closedAt !== input.closedAt || stored.changedAt !== input.closedAt) {
			throw changedSince(
				'More than an hour has passed, or the interview has been edited since. Nothing was changed. Reopen the interview on its page.'
			);
		}
		await removeOwnMark(context, stored);
		await open(context, stored);
		context.record({ verb: 'interviews.reopened', about: { kind: 'interview', id: stored.id } });
		return { id: stored.id };
	}
});
