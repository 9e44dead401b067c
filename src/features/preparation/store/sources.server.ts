import { crud } from '#server/db/crud.ts';
import { preparedQuery } from '#server/db/prepared-query.ts';
import type { Scope } from '#server/scope.server.ts';
import { READ_OF_EACH } from '../rules/lengths.ts';
import type { Source } from '../rules/sources.ts';
import { sourceKind } from '../shapes.ts';

export interface SourceRow extends Source {
	id: string;
	interviewId: string;
	whyYouAt: string | null;
}

const columns = [
	'id',
	'interview_id as interviewId',
	'kind',
	'url as link',
	'title',
	'answers',
	'why_you_at as whyYouAt'
] as const;

const ofInterview = preparedQuery((db, workspaceId, interviewId: string) =>
	db
		.selectFrom('sources')
		.select(columns)
		.where('workspace_id', '=', workspaceId)
		.where('interview_id', '=', interviewId)
		.orderBy('added_at')
		.orderBy('id')
		.limit(READ_OF_EACH)
);

/** The sources of an interview in the order they were added. */
export async function sourcesOf(scope: Scope, interviewId: string): Promise<SourceRow[]> {
	return (await ofInterview(scope, interviewId)).map((row) => ({
		...row,
		kind: sourceKind.parse(row.kind)
	}));
}

export async function sourceOf(scope: Scope, id: string): Promise<SourceRow | undefined> {
	const row = await scope.db
		.selectFrom('sources')
		.select(columns)
		.where('workspace_id', '=', scope.workspaceId)
		.where('id', '=', id)
		.executeTakeFirst();
	return row && { ...row, kind: sourceKind.parse(row.kind) };
}

const rows = crud('sources');
export const { remove: removeSource } = rows;

type Said = Source & { whyYouAt: string | null };

/** What a source says, as its columns are called. */
function columnsOf({ kind, link, title, answers, whyYouAt }: Said) {
	return { kind, url: link, title, answers, why_you_at: whyYouAt };
}

export function addSource(scope: Scope, source: SourceRow, now: string): Promise<void> {
	const { id, interviewId } = source;
	return rows.add(scope, { id, interview_id: interviewId, ...columnsOf(source), added_at: now });
}

export function changeSource(scope: Scope, id: string, source: Said): Promise<void> {
	return rows.change(scope, id, columnsOf(source));
}

/** Takes the "why you" mark from every source of an interview but one. */
export async function unmarkOthers(scope: Scope, interviewId: string, id: string): Promise<void> {
	await scope.db
		.updateTable('sources')
		.set({ why_you_at: null })
		.where('workspace_id', '=', scope.workspaceId)
		.where('interview_id', '=', interviewId)
		.where('id', '<>', id)
		.execute();
}
