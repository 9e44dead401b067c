import { z } from 'zod';
import { restoredAt } from '#kernel/clock.ts';
import { undoneBy, type UndoStep } from '#kernel/operation.ts';
import { found, otherBody, refuseConflict } from '#kernel/refusal.ts';
import { exampleId, instant } from '#method/field-schemas.ts';
import { partnerToAsk } from '#features/interviews/reads/partners.server.ts';
import { operation } from '#server/perform.ts';
import type { Scope } from '#server/scope.server.ts';
import { mayAskNow } from '../reads/asking.server.ts';
import { mostRecipients } from '../rules/stage.ts';
import { answer, id, named } from '../schemas.ts';
import { changedSince, refuseOther } from '../reads/changed-since.ts';
import * as store from '../store.server.ts';

const recipientOrMissing = async (scope: Scope, id: string) =>
	found(await store.recipient(scope, { id }), 'request-recipient');

/**
 * Adds a person of the address book to an introduction request; it has at most 40 recipients (method 3).
 * @returns the id of this person in this request
 * @refuses `introduction-request.missing`, `introductionRequests.ended`, `person.missing`, `people.do-not-contact`, `introductionRequests.already-added`,
 * `introductionRequests.forty-recipients`, `request-recipient.other-body`
 */
export const addRecipient = operation({
	name: 'introductionRequests.addRecipient',
	http: { verb: 'POST', path: '/introduction-requests/{requestId}/recipients' },
	summary: 'Add a person to an introduction request',
	effect: 'write',
	input: z.object({
		requestId: id,
		id: id.optional(),
		personId: z.uuid({ version: 'v7', error: 'Choose a person to ask.' }),
		/** original time of addition, for an undo of `introductionRequests.removeRecipient` */
		addedAt: instant.optional()
	}),
	output: named,
	example: { requestId: exampleId, personId: exampleId },
	said: ({ name }) => `${name} added`,
	undo: ({ id }): UndoStep => undoneBy(removeRecipient, { id }),
	run: async ({ scope, now, record, newId }, input) => {
		const request = found(
			await store.introductionRequest(scope, input.requestId),
			'introduction-request'
		);
		const person = await partnerToAsk(scope, input.personId);
		const recipientId = input.id ?? newId();
		const existing = input.id ? await store.recipient(scope, { id: recipientId }) : undefined;
		if (existing) {
			const same = existing.requestId === request.id && existing.personId === person.id;
			if (same) return { id: existing.id, name: person.name };
			throw otherBody('request-recipient');
		}
		if (request.ended_at) {
			throw refuseConflict(
				'introductionRequests.ended',
				'This request has ended. No one was added. Reopen the request, or create a new one.'
			);
		}
		if (await store.recipient(scope, { requestId: request.id, personId: person.id })) {
			throw refuseConflict(
				'introductionRequests.already-added',
				`${person.name} is already in this request. Nothing was changed. Choose another person.`,
				'personId'
			);
		}
		const { people } = await store.countRecipients(scope, request.id);
		if (people >= mostRecipients) {
			throw refuseConflict(
				'introductionRequests.forty-recipients',
				`This request already has ${String(mostRecipients)} people, the limit for one request. No one was added. Create another request when these people have answered.`,
				'personId'
			);
		}
		await store.addRecipient(scope, {
			id: recipientId,
			request_id: request.id,
			person_id: person.id,
			added_at: restoredAt(input.addedAt, now)
		});
		record({
			verb: 'introductionRequests.recipientAdded',
			about: { kind: 'request-recipient', id: recipientId }
		});
		return { id: recipientId, name: person.name };
	}
});

/**
 * Removes a person from an introduction request, unless they were asked already.
 * @returns the input of `introductionRequests.addRecipient` that undoes it
 * @refuses `request-recipient.missing`, `introductionRequests.asked-already`
 */
export const removeRecipient = operation({
	name: 'introductionRequests.removeRecipient',
	http: { verb: 'DELETE', path: '/request-recipients/{id}' },
	summary: 'Remove a person from an introduction request, as long as they were not asked',
	effect: 'write',
	input: z.object({ id }),
	output: named.extend({ requestId: z.string(), personId: z.string(), addedAt: z.string() }),
	example: { id: exampleId },
	said: ({ name }) => `${name} removed`,
	undo: ({ id, requestId, personId, addedAt }) =>
		undoneBy(addRecipient, { id, requestId, personId, addedAt }),
	run: async ({ scope, record }, input) => {
		const asked = await recipientOrMissing(scope, input.id);
		const { id: recipientId, name, requestId, personId, addedAt } = asked;
		if (asked.askedAt ?? asked.answeredAt) {
			throw refuseConflict(
				'introductionRequests.asked-already',
				`${name} was already asked and cannot be removed. Nothing was changed. Record their answer instead.`
			);
		}
		await store.removeRecipient(scope, recipientId);
		record({
			verb: 'introductionRequests.recipientRemoved',
			about: { kind: 'request-recipient', id: recipientId }
		});
		return { id: recipientId, name, requestId, personId, addedAt };
	}
});

/**
 * Notes that the explorer asked a recipient; Imago itself sends nothing.
 * @returns `askedAt`, for `introductionRequests.unmarkAsked`
 * @refuses `request-recipient.missing`, `introductionRequests.asked-already`, `people.do-not-contact`,
 * `outreach.too-soon`
 */
export const markAsked = operation({
	name: 'introductionRequests.markAsked',
	http: { verb: 'POST', path: '/request-recipients/{id}/asked' },
	summary: 'Record that you asked a person for an introduction',
	effect: 'write',
	input: z.object({ id }),
	output: named.extend({ askedAt: z.string() }),
	example: { id: exampleId },
	said: ({ name }) => `${name} marked as asked`,
	undo: ({ id, askedAt }) => undoneBy(unmarkAsked, { id, askedAt }),
	run: async (context, input) => {
		const { scope, now, record } = context;
		const asked = await recipientOrMissing(scope, input.id);
		if (asked.askedAt) {
			throw refuseConflict(
				'introductionRequests.asked-already',
				`${asked.name} was already asked. Nothing was changed. Record the answer when it comes.`
			);
		}
		await partnerToAsk(scope, asked.personId);
		await mayAskNow(context);
		await store.changeRecipient(scope, asked.id, { asked_at: now });
		record({
			verb: 'introductionRequests.asked',
			about: { kind: 'request-recipient', id: asked.id }
		});
		return { id: asked.id, name: asked.name, askedAt: now };
	}
});

/**
 * Reverses `introductionRequests.markAsked`, unless an answer was noted.
 * @param askedAt as `introductionRequests.markAsked` returned it; left out, it is not compared
 * @refuses `request-recipient.missing`, `introductionRequests.changed-since`
 */
export const unmarkAsked = operation({
	name: 'introductionRequests.unmarkAsked',
	http: { verb: 'DELETE', path: '/request-recipients/{id}/asked' },
	summary: 'Undo the record that you asked a person',
	effect: 'write',
	input: z.object({ id, askedAt: z.string().max(40).optional() }),
	output: z.object({ id: z.string() }),
	example: { id: exampleId },
	run: async ({ scope, record }, input) => {
		const asked = await recipientOrMissing(scope, input.id);
		if (asked.answeredAt) throw changedSince('introductionRequests');
		refuseOther('introductionRequests', asked.askedAt, input.askedAt);
		await store.changeRecipient(scope, asked.id, { asked_at: null });
		record({
			verb: 'introductionRequests.unasked',
			about: { kind: 'request-recipient', id: asked.id }
		});
		return { id: asked.id };
	}
});

/**
 * Notes a person's answer to an introduction request: introduced someone, not now, or passed the question on. Sets
 * `askedAt` too where it was empty.
 * @returns `answeredAt`, for `introductionRequests.unnoteAnswer`
 * @refuses `request-recipient.missing`, `introductionRequests.answered-already`
 */
export const noteRecipientAnswer = operation({
	name: 'introductionRequests.noteAnswer',
	http: { verb: 'POST', path: '/request-recipients/{id}/answer' },
	summary: 'Record the answer of a person to an introduction request',
	effect: 'write',
	input: z.object({ id, answer }),
	output: named.extend({ answeredAt: z.string() }),
	example: { id: exampleId, answer: 'not-now' },
	said: ({ name }) => `Answer of ${name} saved. A short thank-you is always welcome`,
	undo: ({ id, answeredAt }) => undoneBy(unnoteRecipientAnswer, { id, answeredAt }),
	run: async ({ scope, now, record }, input) => {
		const asked = await recipientOrMissing(scope, input.id);
		if (asked.answeredAt) {
			throw refuseConflict(
				'introductionRequests.answered-already',
				`The answer of ${asked.name} is already recorded. Nothing was changed. Undo it first to record another answer.`
			);
		}
		await store.changeRecipient(scope, asked.id, {
			asked_at: asked.askedAt ?? now,
			answered_at: now,
			answer: input.answer
		});
		record({
			verb: 'introductionRequests.answered',
			about: { kind: 'request-recipient', id: asked.id }
		});
		return { id: asked.id, name: asked.name, answeredAt: now };
	}
});

/**
 * Reverses `introductionRequests.noteAnswer`; `askedAt` is cleared too if it was set at the same time.
 * @param answeredAt as `introductionRequests.noteAnswer` returned it; left out, it is not compared
 * @refuses `request-recipient.missing`, `introductionRequests.changed-since`
 */
export const unnoteRecipientAnswer = operation({
	name: 'introductionRequests.unnoteAnswer',
	http: { verb: 'DELETE', path: '/request-recipients/{id}/answer' },
	summary: 'Undo the record of an answer to an introduction request',
	effect: 'write',
	input: z.object({ id, answeredAt: z.string().max(40).optional() }),
	output: z.object({ id: z.string() }),
	example: { id: exampleId },
	run: async ({ scope, record }, input) => {
		const asked = await recipientOrMissing(scope, input.id);
		refuseOther('introductionRequests', asked.answeredAt, input.answeredAt);
		await store.changeRecipient(scope, asked.id, {
			answered_at: null,
			answer: null,
			...(asked.askedAt === asked.answeredAt ? { asked_at: null } : {})
		});
		record({
			verb: 'introductionRequests.unanswered',
			about: { kind: 'request-recipient', id: asked.id }
		});
		return { id: asked.id };
	}
});
