import { z } from 'zod';
import { restoredAt } from '#kernel/clock.ts';
import { undoneBy, type UndoStep } from '#kernel/operation.ts';
import { found, otherBody, refuseConflict } from '#kernel/refusal.ts';
import { exampleId, instant } from '#method/field-schemas.ts';
import { partnerToAsk } from '#features/interviews/reads/partners.server.ts';
import { operation } from '#server/perform.ts';
import type { Scope } from '#server/scope.server.ts';
import { mayAskNow } from '../reads/asking.server.ts';
import { mostAsked } from '../rules/stage.ts';
import { answer, id, named } from '../schemas.ts';
import { changedSince, refuseOther } from '../reads/changed-since.ts';
import * as store from '../store.server.ts';

const askedOrMissing = async (scope: Scope, id: string) =>
	found(await store.askedPerson(scope, { id }), 'asked-person');

/**
 * Adds a person of the address book to an ask; an ask has at most 40 people (method 3).
 * @returns the id of this person in this ask
 * @refuses `ask.missing`, `asks.ended`, `person.missing`, `people.do-not-contact`, `asks.in-it`,
 * `asks.forty-asked`, `asked-person.other-body`
 */
export const addToAsk = operation({
	name: 'asks.addPerson',
	http: { verb: 'POST', path: '/asks/{askId}/people' },
	summary: 'Add somebody to an ask',
	effect: 'write',
	input: z.object({
		askId: id,
		id: id.optional(),
		personId: z.uuid({ version: 'v7', error: 'Choose whom you would like to ask.' }),
		/** original time of addition, for an undo of `asks.removePerson` */
		addedAt: instant.optional()
	}),
	output: named,
	example: { askId: exampleId, personId: exampleId },
	said: ({ name }) => `${name} is in this ask`,
	undo: ({ id }): UndoStep => undoneBy(removeFromAsk, { id }),
	run: async ({ scope, now, record, newId }, input) => {
		const ask = found(await store.askRow(scope, input.askId), 'ask');
		const person = await partnerToAsk(scope, input.personId);
		const askedId = input.id ?? newId();
		const existing = input.id ? await store.askedPerson(scope, { id: askedId }) : undefined;
		if (existing) {
			const same = existing.askId === ask.id && existing.personId === person.id;
			if (same) return { id: existing.id, name: person.name };
			throw otherBody('asked-person');
		}
		if (ask.ended_at) {
			throw refuseConflict(
				'asks.ended',
				'This ask has ended, so nobody is added. Open it again, or begin another one.'
			);
		}
		if (await store.askedPerson(scope, { askId: ask.id, personId: person.id })) {
			throw refuseConflict(
				'asks.in-it',
				`${person.name} is in this ask already. Nothing was changed; nobody is asked twice.`,
				'personId'
			);
		}
		const { people } = await store.countAsked(scope, ask.id);
		if (people >= mostAsked) {
			throw refuseConflict(
				'asks.forty-asked',
				`${String(mostAsked)} people are in this ask, and that is enough for one go: you answer each of them. Begin another ask when this one has had its answers.`,
				'personId'
			);
		}
		await store.addAskedPerson(scope, {
			id: askedId,
			ask_id: ask.id,
			person_id: person.id,
			added_at: restoredAt(input.addedAt, now)
		});
		record({ verb: 'asks.personAdded', about: { kind: 'asked-person', id: askedId } });
		return { id: askedId, name: person.name };
	}
});

/**
 * Removes a person from an ask, unless they were asked already.
 * @returns the input of `asks.addPerson` that undoes it
 * @refuses `asked-person.missing`, `asks.asked-already`
 */
export const removeFromAsk = operation({
	name: 'asks.removePerson',
	http: { verb: 'DELETE', path: '/asked-people/{id}' },
	summary: 'Take somebody out of an ask, as long as they were not asked',
	effect: 'write',
	input: z.object({ id }),
	output: named.extend({ askId: z.string(), personId: z.string(), addedAt: z.string() }),
	example: { id: exampleId },
	said: ({ name }) => `${name} is left out`,
	undo: ({ id, askId, personId, addedAt }) => undoneBy(addToAsk, { id, askId, personId, addedAt }),
	run: async ({ scope, record }, input) => {
		const asked = await askedOrMissing(scope, input.id);
		const { id: askedId, name, askId, personId, addedAt } = asked;
		if (asked.askedAt ?? asked.answeredAt) {
			throw refuseConflict(
				'asks.asked-already',
				`${name} was asked, so the entry stays, and nobody is asked twice by mistake. Nothing was changed.`
			);
		}
		await store.removeAskedPerson(scope, askedId);
		record({ verb: 'asks.personRemoved', about: { kind: 'asked-person', id: askedId } });
		return { id: askedId, name, askId, personId, addedAt };
	}
});

/**
 * Notes that the explorer asked a person in an ask; Imago itself sends nothing.
 * @returns `askedAt`, for `asks.unmarkAsked`
 * @refuses `asked-person.missing`, `asks.asked-already`, `people.do-not-contact`,
 * `outreach.too-soon`
 */
export const markAsked = operation({
	name: 'asks.markAsked',
	http: { verb: 'POST', path: '/asked-people/{id}/asked' },
	summary: 'Say that you asked somebody for an introduction',
	effect: 'write',
	input: z.object({ id }),
	output: named.extend({ askedAt: z.string() }),
	example: { id: exampleId },
	said: ({ name }) => `You asked ${name}`,
	undo: ({ id, askedAt }) => undoneBy(unmarkAsked, { id, askedAt }),
	run: async (context, input) => {
		const { scope, now, record } = context;
		const asked = await askedOrMissing(scope, input.id);
		if (asked.askedAt) {
			throw refuseConflict(
				'asks.asked-already',
				`${asked.name} was asked already. Once is enough; note what they answer.`
			);
		}
		await partnerToAsk(scope, asked.personId);
		await mayAskNow(context);
		await store.changeAskedPerson(scope, asked.id, { asked_at: now });
		record({ verb: 'asks.asked', about: { kind: 'asked-person', id: asked.id } });
		return { id: asked.id, name: asked.name, askedAt: now };
	}
});

/**
 * Reverses `asks.markAsked`, unless an answer was noted.
 * @param askedAt as `asks.markAsked` returned it; left out, it is not compared
 * @refuses `asked-person.missing`, `asks.changed-since`
 */
export const unmarkAsked = operation({
	name: 'asks.unmarkAsked',
	http: { verb: 'DELETE', path: '/asked-people/{id}/asked' },
	summary: 'Take back that you asked somebody',
	effect: 'write',
	input: z.object({ id, askedAt: z.string().max(40).optional() }),
	output: z.object({ id: z.string() }),
	example: { id: exampleId },
	run: async ({ scope, record }, input) => {
		const asked = await askedOrMissing(scope, input.id);
		if (asked.answeredAt) throw changedSince('asks');
		refuseOther('asks', asked.askedAt, input.askedAt);
		await store.changeAskedPerson(scope, asked.id, { asked_at: null });
		record({ verb: 'asks.unasked', about: { kind: 'asked-person', id: asked.id } });
		return { id: asked.id };
	}
});

/**
 * Notes a person's answer to an ask: introduced someone, not now, or passed the question on. Sets
 * `askedAt` too where it was empty.
 * @returns `answeredAt`, for `asks.unnoteAnswer`
 * @refuses `asked-person.missing`, `asks.answered-already`
 */
export const noteAskAnswer = operation({
	name: 'asks.noteAnswer',
	http: { verb: 'POST', path: '/asked-people/{id}/answer' },
	summary: 'Note what somebody answered to an ask',
	effect: 'write',
	input: z.object({ id, answer }),
	output: named.extend({ answeredAt: z.string() }),
	example: { id: exampleId, answer: 'not-now' },
	said: ({ name }) => `The answer of ${name} is noted. A word of thanks is always right`,
	undo: ({ id, answeredAt }) => undoneBy(unnoteAskAnswer, { id, answeredAt }),
	run: async ({ scope, now, record }, input) => {
		const asked = await askedOrMissing(scope, input.id);
		if (asked.answeredAt) {
			throw refuseConflict(
				'asks.answered-already',
				`The answer of ${asked.name} is noted already. Nothing was changed. Take it back first to note another one.`
			);
		}
		await store.changeAskedPerson(scope, asked.id, {
			asked_at: asked.askedAt ?? now,
			answered_at: now,
			answer: input.answer
		});
		record({ verb: 'asks.answered', about: { kind: 'asked-person', id: asked.id } });
		return { id: asked.id, name: asked.name, answeredAt: now };
	}
});

/**
 * Reverses `asks.noteAnswer`; `askedAt` is cleared too if it was set at the same time.
 * @param answeredAt as `asks.noteAnswer` returned it; left out, it is not compared
 * @refuses `asked-person.missing`, `asks.changed-since`
 */
export const unnoteAskAnswer = operation({
	name: 'asks.unnoteAnswer',
	http: { verb: 'DELETE', path: '/asked-people/{id}/answer' },
	summary: 'Take back what somebody answered to an ask',
	effect: 'write',
	input: z.object({ id, answeredAt: z.string().max(40).optional() }),
	output: z.object({ id: z.string() }),
	example: { id: exampleId },
	run: async ({ scope, record }, input) => {
		const asked = await askedOrMissing(scope, input.id);
		refuseOther('asks', asked.answeredAt, input.answeredAt);
		await store.changeAskedPerson(scope, asked.id, {
			answered_at: null,
			answer: null,
			...(asked.askedAt === asked.answeredAt ? { asked_at: null } : {})
		});
		record({ verb: 'asks.unanswered', about: { kind: 'asked-person', id: asked.id } });
		return { id: asked.id };
	}
});
