import { z } from 'zod';
import { crud } from '#server/db/crud.ts';
import { readPage, type PageRequest, type Order } from '#server/paging.ts';
import type { Scope } from '#server/scope.server.ts';
import { share } from '../schemas.ts';

/** Past talks that the page shows. */
const earlierShown = 10;
const storedShares = z.array(share).catch([]);

const columns = [
	'id',
	'coach',
	'text',
	'shares',
	'drafted_at as draftedAt',
	'changed_at as changedAt',
	'sent_at as sentAt',
	'held_at as heldAt',
	'withdrawn_at as withdrawnAt'
] as const;

function consultations({ db, workspaceId }: Scope) {
	return db.selectFrom('consultations').select(columns).where('workspace_id', '=', workspaceId);
}

function withShares<Read extends { shares: string }>(row: Read) {
	return { ...row, shares: storedShares.parse(JSON.parse(row.shares)) };
}

export async function consultationRow(scope: Scope, id: string) {
	const row = await consultations(scope).where('id', '=', id).executeTakeFirst();
	return row && withShares(row);
}

/** The open request, draft or sent: neither held nor withdrawn. */
export async function openConsultation(scope: Scope) {
	const row = await consultations(scope)
		.where('held_at', 'is', null)
		.where('withdrawn_at', 'is', null)
		.orderBy('drafted_at', 'desc')
		.limit(1)
		.executeTakeFirst();
	return row && withShares(row);
}

/** Talks that were held. */
function heldTalks({ db, workspaceId }: Scope) {
	return db
		.selectFrom('consultations')
		.select(['id', 'coach', 'held_at as heldAt', 'changed_at as changedAt'])
		.where('workspace_id', '=', workspaceId)
		.where('held_at', 'is not', null)
		.where('withdrawn_at', 'is', null);
}

/** Talks that were held, the latest first. */
export function heldConsultations(scope: Scope) {
	return heldTalks(scope).orderBy('held_at', 'desc').limit(earlierShown).execute();
}

const latestFirst: Order<{ heldAt: string | null; id: string }> = {
	list: 'consultations',
	direction: 'desc',
	by: ['held_at', 'id'],
	positionOf: ({ heldAt, id }) => [heldAt ?? '', id]
};

/** A page of the talks that were held, the latest first. */
export async function pageOfHeld(scope: Scope, asked: PageRequest) {
	const { rows: held, nextCursor } = await readPage(heldTalks(scope), latestFirst, asked);
	return { held, nextCursor };
}

export const { add: addConsultation, change: changeConsultation } = crud('consultations');
