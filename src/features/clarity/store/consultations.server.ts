import { z } from 'zod';
import type { Row } from '#server/db/tables.ts';
import { readPage, type Asked, type Order } from '#server/paging.ts';
import type { Scope } from '#server/scope.server.ts';
import { share } from '../shapes.ts';

type Columns = Omit<Row<'consultations'>, 'workspace_id'>;

/** Talks asked for earlier that a page shows at most. */
const earlierShown = 10;
const sharesKept = z.array(share).catch([]);

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
	return { ...row, shares: sharesKept.parse(JSON.parse(row.shares)) };
}

export async function consultationRow(scope: Scope, id: string) {
	const row = await consultations(scope).where('id', '=', id).executeTakeFirst();
	return row && withShares(row);
}

/** The one that is neither held nor withdrawn: a draft, or sent. */
export async function openConsultation(scope: Scope) {
	const row = await consultations(scope)
		.where('held_at', 'is', null)
		.where('withdrawn_at', 'is', null)
		.orderBy('drafted_at', 'desc')
		.limit(1)
		.executeTakeFirst();
	return row && withShares(row);
}

/** Talks that were held, the latest first. */
export async function heldConsultations(scope: Scope) {
	const rows = await consultations(scope)
		.where('held_at', 'is not', null)
		.where('withdrawn_at', 'is', null)
		.orderBy('held_at', 'desc')
		.limit(earlierShown)
		.execute();
	return rows.map(({ id, coach, heldAt, changedAt }) => ({ id, coach, heldAt, changedAt }));
}

const latestFirst: Order<{ heldAt: string | null; id: string }> = {
	list: 'consultations',
	direction: 'desc',
	by: ['held_at', 'id'],
	placeOf: ({ heldAt, id }) => [heldAt ?? '', id]
};

/** A page of the talks that were held, the latest first. */
export async function pageOfHeld(scope: Scope, asked: Asked) {
	const query = consultations(scope)
		.where('held_at', 'is not', null)
		.where('withdrawn_at', 'is', null);
	const page = await readPage(query, latestFirst, asked);
	const held = page.rows.map(({ id, coach, heldAt, changedAt }) => {
		return { id, coach, heldAt, changedAt };
	});
	return { held, nextCursor: page.nextCursor };
}

export async function addConsultation(
	scope: Scope,
	row: Pick<Columns, 'id' | 'coach' | 'text' | 'drafted_at'> & { shares: readonly string[] }
): Promise<void> {
	await scope.db
		.insertInto('consultations')
		.values({
			workspace_id: scope.workspaceId,
			...row,
			shares: JSON.stringify(row.shares),
			changed_at: row.drafted_at
		})
		.execute();
}

export async function changeConsultation(
	scope: Scope,
	id: string,
	changes: Partial<Omit<Columns, 'id' | 'shares'>>
): Promise<void> {
	await scope.db
		.updateTable('consultations')
		.set(changes)
		.where('workspace_id', '=', scope.workspaceId)
		.where('id', '=', id)
		.execute();
}
