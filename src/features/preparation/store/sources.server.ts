import { crud } from '#server/db/crud.ts';
import { preparedQuery } from '#server/db/prepared-query.ts';
import type { Scope } from '#server/scope.server.ts';
import { READ_OF_EACH } from '../rules/lengths.ts';
import type { Source } from '../rules/sources.ts';
import { sourceKind } from '../schemas.ts';

function sources({ db, workspaceId }: Pick<Scope, 'db' | 'workspaceId'>) {
	return db
		.selectFrom('sources')
		.select([
			'id',
			'interview_id as interviewId',
			'kind',
			'url as link',
			'title',
			'answers',
			'why_you_at as whyYouAt'
		])
		.where('workspace_id', '=', workspaceId);
}

const ofInterview = preparedQuery((db, workspaceId, interviewId: string) =>
	sources({ db, workspaceId })
		.where('interview_id', '=', interviewId)
		.orderBy('added_at')
		.orderBy('id')
		.limit(READ_OF_EACH)
);

/** Parses the kind of a row, a text in the database. */
function asSource<Read extends { kind: string }>(row: Read) {
	return { ...row, kind: sourceKind.parse(row.kind) };
}

/** The sources of an interview in the order they were added. */
export async function sourcesOf(scope: Scope, interviewId: string) {
	return (await ofInterview(scope, interviewId)).map(asSource);
}
export type SourceRow = Awaited<ReturnType<typeof sourcesOf>>[number];

export async function sourceOf(scope: Scope, id: string): Promise<SourceRow | undefined> {
	const row = await sources(scope).where('id', '=', id).executeTakeFirst();
	return row && asSource(row);
}

const rows = crud('sources');
export const { remove: removeSource } = rows;

type SourceContent = Source & { whyYouAt: string | null };

/** The contents of a source as columns. */
function columnsOf({ kind, link, title, answers, whyYouAt }: SourceContent) {
	return { kind, url: link, title, answers, why_you_at: whyYouAt };
}

export function addSource(scope: Scope, source: SourceRow, now: string): Promise<void> {
	const { id, interviewId } = source;
	return rows.add(scope, { id, interview_id: interviewId, ...columnsOf(source), added_at: now });
}

export function changeSource(scope: Scope, id: string, source: SourceContent): Promise<void> {
	return rows.change(scope, id, columnsOf(source));
}

/** Removes the "why you" mark from all sources of an interview but one. */
export async function unmarkOthers(scope: Scope, interviewId: string, id: string): Promise<void> {
	await scope.db
		.updateTable('sources')
		.set({ why_you_at: null })
		.where('workspace_id', '=', scope.workspaceId)
		.where('interview_id', '=', interviewId)
		.where('id', '<>', id)
		.execute();
}
