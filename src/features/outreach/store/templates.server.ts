import type { Scope } from '#server/scope.server.ts';

export function templateOf(scope: Scope, purpose: string, channel: string) {
	return scope.db
		.selectFrom('templates')
		.select(['subject', 'body'])
		.where('workspace_id', '=', scope.workspaceId)
		.where('purpose', '=', purpose)
		.where('channel', '=', channel)
		.executeTakeFirst();
}

export async function writeTemplate(
	scope: Scope,
	template: { purpose: string; channel: string; subject: string; body: string; now: string }
): Promise<void> {
	const { subject, body, now } = template;
	await scope.db
		.insertInto('templates')
		.values({
			workspace_id: scope.workspaceId,
			purpose: template.purpose,
			channel: template.channel,
			subject,
			body,
			changed_at: now
		})
		.onConflict((conflict) =>
			conflict
				.columns(['workspace_id', 'purpose', 'channel'])
				.doUpdateSet({ subject, body, changed_at: now })
		)
		.execute();
}

/** @returns number of deleted rows, 0 or 1 */
export async function removeTemplate(
	scope: Scope,
	purpose: string,
	channel: string
): Promise<number> {
	const gone = await scope.db
		.deleteFrom('templates')
		.where('workspace_id', '=', scope.workspaceId)
		.where('purpose', '=', purpose)
		.where('channel', '=', channel)
		.executeTakeFirst();
	return Number(gone.numDeletedRows);
}
