import { z } from 'zod';
import { exampleId } from '#method/field-schemas.ts';
import { undoneBy } from '#kernel/operation.ts';
import { operation, type Context } from '#server/perform.ts';
import {
	changedSince,
	consultationNamed,
	openRequest,
	sentAlready,
	type Consultation
} from '../reads/consultation.server.ts';
import { consultationTyped, id } from '../schemas.ts';
import * as store from '../store.server.ts';

/** Input with a precondition: the expected time of the request's last change. */
const expected = z.object({ id, changedAt: z.string().max(40).optional() });
const changed = z.object({ id: z.string(), changedAt: z.string() });
const requestOutput = changed.extend({ coach: z.string() });
const example = { id: exampleId };
/** Shared declaration of the operations that revert a step. */
const back = { effect: 'write', input: expected, output: changed, example } as const;

/**
 * Finds a request in the expected state.
 * @throws Refusal `consultation.missing`, `consultations.changed-since`
 */
async function unchangedRequest({ scope }: Context, input: z.output<typeof expected>) {
	const stored = await consultationNamed(scope, input.id);
	if (input.changedAt !== undefined && input.changedAt !== stored.changedAt) throw changedSince();
	return stored;
}

/** Stores a step of a request and records its event. */
async function recordStep(
	{ scope, now, record }: Context,
	{ id, coach }: Consultation,
	{ verb, set }: { verb: string; set: Parameters<typeof store.changeConsultation>[2] }
) {
	await store.changeConsultation(scope, id, { ...set, changed_at: now });
	record({ verb, about: { kind: 'consultation', id } });
	return { id, coach, changedAt: now };
}

/**
 * Marks a request as sent by the explorer; Imago sends nothing.
 * @param text text as sent, if it is not saved yet
 * @refuses `consultation.missing`, `consultations.over`, `consultations.sent-already`
 */
export const markConsultationSent = operation({
	name: 'consultations.markSent',
	http: { verb: 'POST', path: '/consultations/{id}/sent' },
	summary: 'Mark a consultation request as sent',
	effect: 'write',
	input: z.object({ id, text: consultationTyped.optional() }),
	output: requestOutput,
	example,
	said: 'Marked as sent',
	undo: ({ id, changedAt }) => undoneBy(unmarkConsultationSent, { id, changedAt }),
	run: async (context, input) => {
		const stored = await openRequest(context.scope, input.id);
		if (stored.sentAt) throw sentAlready();
		return recordStep(context, stored, {
			verb: 'consultations.sent',
			set: { text: input.text ?? stored.text, sent_at: context.now }
		});
	}
});

/**
 * Reverts "sent", so that the text can be changed again.
 * @refuses `consultation.missing`, `consultations.changed-since`
 */
export const unmarkConsultationSent = operation({
	name: 'consultations.unmarkSent',
	http: { verb: 'DELETE', path: '/consultations/{id}/sent' },
	summary: 'Undo marking a consultation request as sent',
	...back,
	run: async (context, input) => {
		const stored = await unchangedRequest(context, input);
		if (!stored.sentAt || stored.heldAt || stored.withdrawnAt) throw changedSince();
		return recordStep(context, stored, { verb: 'consultations.unsent', set: { sent_at: null } });
	}
});

/**
 * Marks the talk as held; a request that was not marked as sent is marked too.
 * @refuses `consultation.missing`, `consultations.over`
 */
export const markConsultationHeld = operation({
	name: 'consultations.markHeld',
	http: { verb: 'POST', path: '/consultations/{id}/held' },
	summary: 'Mark a consultation as held',
	effect: 'write',
	input: z.object({ id }),
	output: requestOutput,
	example,
	said: 'Marked as held. Write down your next step now',
	undo: ({ id, changedAt }) => undoneBy(unmarkConsultationHeld, { id, changedAt }),
	run: async (context, input) => {
		const stored = await openRequest(context.scope, input.id);
		const sent_at = stored.sentAt ?? context.now;
		return recordStep(context, stored, {
			verb: 'consultations.held',
			set: { held_at: context.now, sent_at }
		});
	}
});

/**
 * Reverts "held", unless another request was begun since.
 * @refuses `consultation.missing`, `consultations.changed-since`
 */
export const unmarkConsultationHeld = operation({
	name: 'consultations.unmarkHeld',
	http: { verb: 'DELETE', path: '/consultations/{id}/held' },
	summary: 'Undo marking a consultation as held',
	...back,
	run: async (context, input) => {
		const stored = await unchangedRequest(context, input);
		if (!stored.heldAt || (await store.openConsultation(context.scope))) throw changedSince();
		const together = stored.sentAt === stored.heldAt ? { sent_at: null } : {};
		return recordStep(context, stored, {
			verb: 'consultations.unheld',
			set: { held_at: null, ...together }
		});
	}
});

/**
 * Withdraws a request: a draft is discarded, an answer is no longer expected. A text that was sent
 * remains with its recipient.
 * @refuses `consultation.missing`, `consultations.over`
 */
export const withdrawConsultation = operation({
	name: 'consultations.withdraw',
	http: { verb: 'POST', path: '/consultations/{id}/withdraw' },
	summary: 'Withdraw a consultation request',
	effect: 'write',
	input: z.object({ id }),
	output: changed,
	example,
	said: 'Request withdrawn',
	undo: ({ id, changedAt }) => undoneBy(unwithdrawConsultation, { id, changedAt }),
	run: async (context, input) => {
		const stored = await openRequest(context.scope, input.id);
		return recordStep(context, stored, {
			verb: 'consultations.withdrawn',
			set: { withdrawn_at: context.now }
		});
	}
});

/**
 * Restores a withdrawn request; a draft that replaced it is withdrawn.
 * @param instead id of the draft to withdraw, unchanged since; no other one is withdrawn
 * @refuses `consultation.missing`, `consultations.changed-since` when another one was sent since
 */
export const unwithdrawConsultation = operation({
	name: 'consultations.unwithdraw',
	http: { verb: 'DELETE', path: '/consultations/{id}/withdraw' },
	summary: 'Restore a withdrawn consultation request',
	...back,
	input: expected.extend({ instead: id.optional() }),
	run: async (context, input) => {
		const { scope, now } = context;
		const stored = await unchangedRequest(context, input);
		const open = await store.openConsultation(scope);
		const isOther =
			input.instead !== undefined &&
			(input.instead !== open?.id || open.changedAt !== open.draftedAt);
		if (!stored.withdrawnAt || isOther || open?.sentAt) throw changedSince();
		if (open)
			await store.changeConsultation(scope, open.id, { withdrawn_at: now, changed_at: now });
		return recordStep(context, stored, {
			verb: 'consultations.broughtBack',
			set: { withdrawn_at: null }
		});
	}
});
