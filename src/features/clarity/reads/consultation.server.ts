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
		'Something followed since, so this stays as it is. Nothing was changed; look at it once more and go on from there.'
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
		'This request is over: you talked, or you withdrew it. Nothing was changed. Write another one whenever you like.'
	);
}

export function sentAlready(): Refusal {
	return refuseConflict(
		'consultations.sent-already',
		'Your request is out, and its text is kept as it was. Nothing was changed. Take back that you sent it first.'
	);
}
