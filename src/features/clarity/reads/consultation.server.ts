import { found, type Refusal, refuseConflict } from '#kernel/refusal.ts';
import type { Scope } from '#server/scope.server.ts';
import * as store from '../store.server.ts';

export type Consultation = NonNullable<Awaited<ReturnType<typeof store.consultationRow>>>;

/** Finds a consultation request by id. @throws Refusal `consultation.missing` */
export async function consultationNamed(scope: Scope, wanted: string): Promise<Consultation> {
	return found(await store.consultationRow(scope, wanted), 'consultation');
}

export function changedSince(): Refusal {
	return refuseConflict(
		'consultations.changed-since',
		'This request has changed since then. Nothing was changed now. Check the request and continue from there.'
	);
}

/**
 * Finds a request that is neither held nor withdrawn.
 * @throws Refusal `consultation.missing`, `consultations.over`
 */
export async function openRequest(scope: Scope, wanted: string): Promise<Consultation> {
	const stored = await consultationNamed(scope, wanted);
	if (!stored.heldAt && !stored.withdrawnAt) return stored;
	throw refuseConflict(
		'consultations.over',
		'This request is closed: the consultation was held, or the request was withdrawn. Nothing was changed. You can create another request.'
	);
}

export function sentAlready(): Refusal {
	return refuseConflict(
		'consultations.sent-already',
		'This request is marked as sent, so its text cannot be edited. Nothing was changed. Undo “Marked as sent” first.'
	);
}
