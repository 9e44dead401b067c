import type { NotNull } from 'kysely';
import { crud } from '#server/db/crud.ts';
import { preparedQuery } from '#server/db/prepared-query.ts';
import type { Scope } from '#server/scope.server.ts';
import type { SelfNoteKind } from '../rules/self-note-kinds.ts';

export type StatementKind = 'no-deal-breaker' | 'asking-anyway';

type Db = Scope['db'];

function notesOf(db: Db, workspaceId: string, kind: SelfNoteKind) {
	return db
		.selectFrom('self_notes')
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.where('workspace_id', '=', workspaceId)
		.where('kind', '=', kind);
}

function standing(db: Db, workspaceId: string, kind: StatementKind) {
	return db
		.selectFrom('readiness_statements')
		.where('workspace_id', '=', workspaceId)
		.where('kind', '=', kind)
		.where('withdrawn_at', 'is', null)
		.orderBy('said_at', 'desc')
		.limit(1);
}

type Counted = 'interests' | 'strengths' | 'values' | 'criteria' | 'dealBreakers' | 'options';

const figuresOf = preparedQuery((db, workspaceId) => {
	const count = (table: 'criteria' | 'other_options') =>
		db
			.selectFrom(table)
			.select((eb) => eb.fn.countAll<number>().as('count'))
			.where('workspace_id', '=', workspaceId);
	const figures = db.selectNoFrom([
		notesOf(db, workspaceId, 'interest').as('interests'),
		notesOf(db, workspaceId, 'strength').as('strengths'),
		notesOf(db, workspaceId, 'value').as('values'),
		count('criteria').as('criteria'),
		count('criteria').where('deal_breaker_at', 'is not', null).as('dealBreakers'),
		count('other_options').as('options'),
		standing(db, workspaceId, 'no-deal-breaker').select('said_at').as('noDealBreakerSince'),
		standing(db, workspaceId, 'asking-anyway').select('reason').as('askingReason'),
		standing(db, workspaceId, 'asking-anyway').select('said_at').as('askingSince')
	]);
	return figures.$narrowType<Record<Counted, NotNull>>();
});

/** Counts and statements of the readiness check in one statement: most pages need them. */
export async function readinessFigures(scope: Scope) {
	const [figures] = await figuresOf(scope);
	if (!figures) throw new Error('A statement without a table always has one row.');
	return figures;
}

const newest = preparedQuery((db, workspaceId) =>
	db
		.selectFrom('readiness_answers')
		.select(['id', 'clarity', 'satisfaction', 'fear', 'pressure', 'confidence'])
		.select('answered_at as answeredAt')
		.where('workspace_id', '=', workspaceId)
		.orderBy('answered_at', 'desc')
		.limit(1)
);

/** The newest answers to the soft questions. */
export async function newestAnswers(scope: Scope) {
	const [answers] = await newest(scope);
	return answers;
}

export const {
	find: answersWithId,
	add: addAnswers,
	remove: removeAnswers
} = crud('readiness_answers');
export const {
	find: statementWithId,
	add: addStatement,
	change: changeStatement
} = crud('readiness_statements');

/** Withdraws the statement of a kind that is in force; its text stays, with the date. */
export async function withdrawStatements(
	scope: Scope,
	kind: StatementKind,
	now: string
): Promise<void> {
	await scope.db
		.updateTable('readiness_statements')
		.set({ withdrawn_at: now })
		.where('workspace_id', '=', scope.workspaceId)
		.where('kind', '=', kind)
		.where('withdrawn_at', 'is', null)
		.execute();
}

/**
 * Puts a withdrawn statement back in force, found by the instant it was made.
 * @returns its id, if there is one
 */
export async function restoreStatement(
	scope: Scope,
	kind: StatementKind,
	saidAt: string
): Promise<string | undefined> {
	const withdrawn = await scope.db
		.selectFrom('readiness_statements')
		.select('id')
		.where('workspace_id', '=', scope.workspaceId)
		.where('kind', '=', kind)
		.where('said_at', '=', saidAt)
		.where('withdrawn_at', 'is not', null)
		.limit(1)
		.executeTakeFirst();
	if (withdrawn) await changeStatement(scope, withdrawn.id, { withdrawn_at: null });
	return withdrawn?.id;
}
