import type { Row } from '#server/db/tables.ts';
import type { Scope } from '#server/scope.server.ts';
import type { SelfNoteKind } from '../rules/self-note-kinds.ts';

export type StatementKind = 'no-deal-breaker' | 'asking-anyway';
export type AnswersRow = Omit<Row<'readiness_answers'>, 'workspace_id'>;

const answerColumns = [
	'id',
	'clarity',
	'satisfaction',
	'fear',
	'pressure',
	'confidence',
	'answered_at'
] as const;

function notesOf(scope: Scope, kind: SelfNoteKind) {
	return scope.db
		.selectFrom('self_notes')
		.select((is) => is.fn.countAll<number>().as('count'))
		.where('workspace_id', '=', scope.workspaceId)
		.where('kind', '=', kind);
}

function standing(scope: Scope, kind: StatementKind) {
	return scope.db
		.selectFrom('readiness_statements')
		.where('workspace_id', '=', scope.workspaceId)
		.where('kind', '=', kind)
		.where('withdrawn_at', 'is', null)
		.orderBy('said_at', 'desc')
		.limit(1);
}

/**
 * Everything the check counts, and what the explorer said about it, in one statement: it runs
 * with most pages.
 */
export async function readinessFigures(scope: Scope) {
	const count = (table: 'criteria' | 'other_options') =>
		scope.db
			.selectFrom(table)
			.select((is) => is.fn.countAll<number>().as('count'))
			.where('workspace_id', '=', scope.workspaceId);
	const figures = await scope.db
		.selectNoFrom([
			notesOf(scope, 'interest').as('interests'),
			notesOf(scope, 'strength').as('strengths'),
			notesOf(scope, 'value').as('values'),
			count('criteria').as('criteria'),
			scope.db
				.selectFrom('criteria')
				.select((is) => is.fn.countAll<number>().as('count'))
				.where('workspace_id', '=', scope.workspaceId)
				.where('deal_breaker_at', 'is not', null)
				.as('dealBreakers'),
			count('other_options').as('options'),
			standing(scope, 'no-deal-breaker').select('said_at').as('noDealBreakerSince'),
			standing(scope, 'asking-anyway').select('reason').as('askingReason'),
			standing(scope, 'asking-anyway').select('said_at').as('askingSince')
		])
		.executeTakeFirstOrThrow();
	// PostgreSQL counts in big integers, which its driver hands over as text.
	return {
		...figures,
		interests: Number(figures.interests),
		strengths: Number(figures.strengths),
		values: Number(figures.values),
		criteria: Number(figures.criteria),
		dealBreakers: Number(figures.dealBreakers),
		options: Number(figures.options)
	};
}

/** The answers that count. */
export async function newestAnswers(scope: Scope): Promise<AnswersRow | undefined> {
	return scope.db
		.selectFrom('readiness_answers')
		.select(answerColumns)
		.where('workspace_id', '=', scope.workspaceId)
		.orderBy('answered_at', 'desc')
		.limit(1)
		.executeTakeFirst();
}

export async function answersWithId(scope: Scope, id: string): Promise<AnswersRow | undefined> {
	return scope.db
		.selectFrom('readiness_answers')
		.select(answerColumns)
		.where('workspace_id', '=', scope.workspaceId)
		.where('id', '=', id)
		.executeTakeFirst();
}

export async function addAnswers(scope: Scope, answers: AnswersRow): Promise<void> {
	await scope.db
		.insertInto('readiness_answers')
		.values({ workspace_id: scope.workspaceId, ...answers })
		.execute();
}

export async function removeAnswers(scope: Scope, id: string): Promise<void> {
	await scope.db
		.deleteFrom('readiness_answers')
		.where('workspace_id', '=', scope.workspaceId)
		.where('id', '=', id)
		.execute();
}

export async function statementWithId(scope: Scope, id: string) {
	return scope.db
		.selectFrom('readiness_statements')
		.select(['kind', 'reason', 'withdrawn_at as withdrawnAt'])
		.where('workspace_id', '=', scope.workspaceId)
		.where('id', '=', id)
		.executeTakeFirst();
}

export async function addStatement(
	scope: Scope,
	statement: { id: string; kind: StatementKind; reason: string; saidAt: string }
): Promise<void> {
	await scope.db
		.insertInto('readiness_statements')
		.values({
			workspace_id: scope.workspaceId,
			id: statement.id,
			kind: statement.kind,
			reason: statement.reason,
			said_at: statement.saidAt,
			withdrawn_at: null
		})
		.execute();
}

/** @returns how many were withdrawn; the words stay, with the date */
export async function withdrawStatements(
	scope: Scope,
	kind: StatementKind,
	now: string
): Promise<number> {
	const result = await scope.db
		.updateTable('readiness_statements')
		.set({ withdrawn_at: now })
		.where('workspace_id', '=', scope.workspaceId)
		.where('kind', '=', kind)
		.where('withdrawn_at', 'is', null)
		.executeTakeFirst();
	return Number(result.numUpdatedRows);
}
