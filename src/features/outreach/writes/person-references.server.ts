import type { Instant } from '#kernel/clock.ts';
import { interviewsThrough } from '#features/interviews/writes/person-references.server.ts';
import { isForConnector } from '#method/purposes.ts';
import { containsName, redactNames } from '#method/name-redaction.ts';
import type { PersonReferences } from '#server/person-references.ts';
import type { Scope } from '#server/scope.server.ts';
import { purpose } from '../schemas.ts';
import * as store from '../store.server.ts';

/** References in messages to a person: those of their interviews, and as connector in those of others. */
export const outreachReferences: PersonReferences = {
	count: async (scope, person) => {
		const { messages } = await scope.db
			.selectFrom('messages as m')
			.innerJoin('interviews as i', (join) =>
				join.onRef('i.workspace_id', '=', 'm.workspace_id').onRef('i.id', '=', 'm.interview_id')
			)
			.select((eb) => eb.fn.countAll<number>().as('messages'))
			.where('m.workspace_id', '=', scope.workspaceId)
			.where('i.person_id', '=', person.id)
			.executeTakeFirstOrThrow();
		return { messages };
	},
	eraseNamed: async (scope, person, now) => {
		for (const { id, names } of await interviewsThrough(scope, person)) {
			await eraseFromMessages(scope, id, names, now);
		}
	}
};

/**
 * Deletes messages to the connector and removes the name from those to the partner. The latter get a new
 * `changedAt`, so that an open page with the old text cannot overwrite them.
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
			await store.removeMessage(scope, id);
			continue;
		}
		if (!containsName(`${subject}\n${body}`, names)) continue;
		const without = { subject: redactNames(subject, names), body: redactNames(body, names) };
		await store.changeMessage(scope, id, { ...without, changed_at: now });
	}
}
