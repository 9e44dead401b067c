import { isForConnector } from '#features/outreach/rules/purposes.ts';
import { purpose } from '#features/outreach/shapes.ts';
import type { Instant } from '#kernel/clock.ts';
import type { Scope } from '#server/scope.server.ts';
import { isNamed, namesIn, unnamed } from '../rules/unnaming.ts';
import type { PersonRow } from './people.server.ts';

/**
 * Whom a connector introduced stays; that they did, the sentence that names them, and every text
 * to them or with their name does not. What came through another connector is left alone.
 */
export async function eraseConnector(
	scope: Scope,
	person: Pick<PersonRow, 'id' | 'name'>,
	now: Instant
): Promise<void> {
	const rows = await scope.db
		.selectFrom('interviews as i')
		.innerJoin('people as p', (join) =>
			join.onRef('p.workspace_id', '=', 'i.workspace_id').onRef('p.id', '=', 'i.person_id')
		)
		.select(['i.id', 'i.connection', 'i.connector_id as connectorId', 'p.name as partner'])
		.where('i.workspace_id', '=', scope.workspaceId)
		.where((is) =>
			is.or([
				is('i.connector_id', '=', person.id),
				is.and([is('i.connector_id', 'is', null), is('i.connection', '!=', '')])
			])
		)
		.execute();
	for (const { id, connection, connectorId, partner } of rows) {
		// Without a link only the whole name says that it is them.
		const names = connectorId ? namesIn(person.name, partner) : namesIn(person.name);
		const says = isNamed(connection, names);
		if (!connectorId && !says) continue;
		await scope.db
			.updateTable('interviews')
			.set({ connector_id: null, ...(says ? { connection: '' } : {}) })
			.where('workspace_id', '=', scope.workspaceId)
			.where('id', '=', id)
			.execute();
		await eraseFromMessages(scope, id, names, now);
	}
}

/**
 * Texts to the connector go; from those to the partner the name goes. They count as changed, so that
 * a page that still shows the name does not write it back.
 */
async function eraseFromMessages(
	scope: Scope,
	interviewId: string,
	names: readonly RegExp[],
	now: Instant
): Promise<void> {
	const messages = await scope.db
		.selectFrom('messages')
		.select(['id', 'purpose', 'subject', 'body'])
		.where('workspace_id', '=', scope.workspaceId)
		.where('interview_id', '=', interviewId)
		.execute();
	for (const { id, subject, body, ...message } of messages) {
		if (isForConnector(purpose.parse(message.purpose))) {
			await scope.db
				.deleteFrom('messages')
				.where('workspace_id', '=', scope.workspaceId)
				.where('id', '=', id)
				.execute();
			continue;
		}
		if (!isNamed(`${subject}\n${body}`, names)) continue;
		await scope.db
			.updateTable('messages')
			.set({ subject: unnamed(subject, names), body: unnamed(body, names), changed_at: now })
			.where('workspace_id', '=', scope.workspaceId)
			.where('id', '=', id)
			.execute();
	}
}
