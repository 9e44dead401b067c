import { z } from 'zod';
import { exampleId } from '#method/values.ts';
import { undoneBy } from '#kernel/operation.ts';
import { operation } from '#server/perform.ts';
import {
	changedSince,
	consultationNamed,
	refuseOver,
	sentAlready
} from '../reads/consultation.server.ts';
import { consultationTyped, id } from '../shapes.ts';
import * as store from '../store.server.ts';

const changedAt = z.string().max(40).optional();
const changed = z.object({ id: z.string(), changedAt: z.string() });

/**
 * Says that the explorer sent the request, by their own hand; Imago sends nothing.
 * @param text as it went out, where it is not saved yet
 * @refuses `consultation.missing`, `consultations.over`, `consultations.sent-already`
 */
export const markConsultationSent = operation({
	name: 'consultations.markSent',
	http: { verb: 'POST', path: '/consultations/{id}/sent' },
	summary: 'Say that you sent your request for a clarity talk',
	effect: 'write',
	input: z.object({ id, text: consultationTyped.optional() }),
	output: changed.extend({ coach: z.string() }),
	example: { id: exampleId },
	said: 'It is out',
	undo: ({ id, changedAt }) => undoneBy(unmarkConsultationSent, { id, changedAt }),
	run: async ({ scope, now, record }, input) => {
		const kept = await consultationNamed(scope, input.id);
		refuseOver(kept);
		if (kept.sentAt) throw sentAlready();
		const text = input.text ?? kept.text;
		await store.changeConsultation(scope, kept.id, { text, sent_at: now, changed_at: now });
		record({ verb: 'consultations.sent', about: { kind: 'consultation', id: kept.id } });
		return { id: kept.id, coach: kept.coach, changedAt: now };
	}
});

/**
 * Takes "sent" back; the text can be changed again.
 * @refuses `consultation.missing`, `consultations.changed-since`
 */
export const unmarkConsultationSent = operation({
	name: 'consultations.unmarkSent',
	http: { verb: 'DELETE', path: '/consultations/{id}/sent' },
	summary: 'Take back that your request was sent',
	effect: 'write',
	input: z.object({ id, changedAt }),
	output: changed,
	example: { id: exampleId },
	run: async ({ scope, now, record }, input) => {
		const kept = await consultationNamed(scope, input.id);
		const newer = input.changedAt !== undefined && input.changedAt !== kept.changedAt;
		if (!kept.sentAt || kept.heldAt || kept.withdrawnAt || newer) throw changedSince();
		await store.changeConsultation(scope, kept.id, { sent_at: null, changed_at: now });
		record({ verb: 'consultations.unsent', about: { kind: 'consultation', id: kept.id } });
		return { id: kept.id, changedAt: now };
	}
});

/**
 * Notes that the talk took place; whoever talked was asked.
 * @refuses `consultation.missing`, `consultations.over`
 */
export const markConsultationHeld = operation({
	name: 'consultations.markHeld',
	http: { verb: 'POST', path: '/consultations/{id}/held' },
	summary: 'Note that the clarity talk took place',
	effect: 'write',
	input: z.object({ id }),
	output: changed.extend({ coach: z.string() }),
	example: { id: exampleId },
	said: 'You talked. Write down the one next step while it is fresh',
	undo: ({ id, changedAt }) => undoneBy(unmarkConsultationHeld, { id, changedAt }),
	run: async ({ scope, now, record }, input) => {
		const kept = await consultationNamed(scope, input.id);
		refuseOver(kept);
		const sent_at = kept.sentAt ?? now;
		await store.changeConsultation(scope, kept.id, { held_at: now, sent_at, changed_at: now });
		record({ verb: 'consultations.held', about: { kind: 'consultation', id: kept.id } });
		return { id: kept.id, coach: kept.coach, changedAt: now };
	}
});

/**
 * Takes a held talk back, as long as no other request was begun since.
 * @refuses `consultation.missing`, `consultations.changed-since`
 */
export const unmarkConsultationHeld = operation({
	name: 'consultations.unmarkHeld',
	http: { verb: 'DELETE', path: '/consultations/{id}/held' },
	summary: 'Take back that the clarity talk took place',
	effect: 'write',
	input: z.object({ id, changedAt }),
	output: changed,
	example: { id: exampleId },
	run: async ({ scope, now, record }, input) => {
		const kept = await consultationNamed(scope, input.id);
		const newer = input.changedAt !== undefined && input.changedAt !== kept.changedAt;
		if (!kept.heldAt || newer || (await store.openConsultation(scope))) throw changedSince();
		const together = kept.sentAt === kept.heldAt ? { sent_at: null } : {};
		await store.changeConsultation(scope, kept.id, { held_at: null, ...together, changed_at: now });
		record({ verb: 'consultations.unheld', about: { kind: 'consultation', id: kept.id } });
		return { id: kept.id, changedAt: now };
	}
});

/**
 * Withdraws a request: a draft is put away, one that was sent is waited for no longer. What went
 * out stays with whoever got it.
 * @refuses `consultation.missing`, `consultations.over`
 */
export const withdrawConsultation = operation({
	name: 'consultations.withdraw',
	http: { verb: 'POST', path: '/consultations/{id}/withdraw' },
	summary: 'Withdraw your request for a clarity talk',
	effect: 'write',
	input: z.object({ id }),
	output: changed,
	example: { id: exampleId },
	said: 'Withdrawn',
	undo: ({ id, changedAt }) => undoneBy(unwithdrawConsultation, { id, changedAt }),
	run: async ({ scope, now, record }, input) => {
		const kept = await consultationNamed(scope, input.id);
		refuseOver(kept);
		await store.changeConsultation(scope, kept.id, { withdrawn_at: now, changed_at: now });
		record({ verb: 'consultations.withdrawn', about: { kind: 'consultation', id: kept.id } });
		return { id: kept.id, changedAt: now };
	}
});

/**
 * Brings a withdrawn request back; a draft that took its place steps back instead.
 * @param instead that draft, where no other one and nothing written in it may step back
 * @refuses `consultation.missing`, `consultations.changed-since` when another one was sent since
 */
export const unwithdrawConsultation = operation({
	name: 'consultations.unwithdraw',
	http: { verb: 'DELETE', path: '/consultations/{id}/withdraw' },
	summary: 'Bring a withdrawn request back',
	effect: 'write',
	input: z.object({ id, changedAt, instead: id.optional() }),
	output: changed,
	example: { id: exampleId },
	run: async ({ scope, now, record }, input) => {
		const kept = await consultationNamed(scope, input.id);
		const newer = input.changedAt !== undefined && input.changedAt !== kept.changedAt;
		const open = await store.openConsultation(scope);
		const isOther =
			input.instead !== undefined &&
			(input.instead !== open?.id || open.changedAt !== open.draftedAt);
		if (!kept.withdrawnAt || newer || isOther || open?.sentAt) throw changedSince();
		if (open)
			await store.changeConsultation(scope, open.id, { withdrawn_at: now, changed_at: now });
		await store.changeConsultation(scope, kept.id, { withdrawn_at: null, changed_at: now });
		record({ verb: 'consultations.broughtBack', about: { kind: 'consultation', id: kept.id } });
		return { id: kept.id, changedAt: now };
	}
});
