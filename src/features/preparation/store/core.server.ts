import { crud } from '#server/db/crud.ts';
import { preparedQuery } from '#server/db/prepared-query.ts';
import type { Scope } from '#server/scope.server.ts';
import { READ_OF_EACH } from '../rules/lengths.ts';
import type { CoreCode } from '../rules/core-questions.ts';
import { coreCode } from '../schemas.ts';

const ofTheme = preparedQuery((db, workspaceId, themeId: string) =>
	db
		.selectFrom('core_questions')
		.select(['about', 'text'])
		.where('workspace_id', '=', workspaceId)
		.where('theme_id', '=', themeId)
		.orderBy('rank')
		.limit(READ_OF_EACH)
);

/** A theme's wording of core questions by code. */
export async function coreWording(
	scope: Scope,
	themeId: string
): Promise<Partial<Record<CoreCode, string>>> {
	const rows = await ofTheme(scope, themeId);
	return Object.fromEntries(
		rows
			.filter(({ about }) => coreCode.safeParse(about).success)
			.map((row) => [row.about, row.text])
	);
}

export async function removeWording(scope: Scope, themeId: string, code: CoreCode): Promise<void> {
	await scope.db
		.deleteFrom('core_questions')
		.where('workspace_id', '=', scope.workspaceId)
		.where('theme_id', '=', themeId)
		.where('about', '=', code)
		.execute();
}

export const { add: addWording } = crud('core_questions');

/** Updates the wording in all briefs of a theme whose talk was not held. */
export async function rewordAhead(
	scope: Scope,
	themeId: string,
	code: CoreCode,
	text: string,
	now: string
): Promise<void> {
	await scope.db
		.updateTable('questions')
		.set({ text, changed_at: now })
		.where('workspace_id', '=', scope.workspaceId)
		.where('core', '=', code)
		.where('interview_id', 'in', (eb) =>
			eb
				.selectFrom('interviews as i')
				.select('i.id')
				.where('i.workspace_id', '=', scope.workspaceId)
				.where('i.theme_id', '=', themeId)
				.where('i.held_at', 'is', null)
		)
		.execute();
}

/** Talks held without stored questions, whose current wording must be kept. */
export async function heldWithoutRows(
	scope: Scope,
	themeId: string
): Promise<{ id: string; channel: string }[]> {
	return scope.db
		.selectFrom('interviews as i')
		.select(['i.id', 'i.channel'])
		.where('i.workspace_id', '=', scope.workspaceId)
		.where('i.theme_id', '=', themeId)
		.where('i.held_at', 'is not', null)
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('questions as q')
						.select('q.id')
						.where('q.workspace_id', '=', scope.workspaceId)
						.whereRef('q.interview_id', '=', 'i.id')
				)
			)
		)
		.execute();
}
