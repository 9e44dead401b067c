import { z } from 'zod';
import { isInstant, isZone } from '#kernel/clock.ts';

/**
 * Format of the export of a workspace; `docs/export.md` describes it and is generated from the
 * schema.
 */
export const formatName = 'imago-workspace';
/**
 * Version 2 has the table names of migration 0040. Version 1 is read, too: its rows are brought up to date by
 * the migrations.
 */
export const formatVersion = 2;

/** bytes of an unpacked export at most (`docs/security/measures.md`) */
export const mostUnpacked = 50 * 1024 * 1024;

/** Description in the file, for whoever opens it. */
export const about =
	'A whole workspace of Imago: every row of every table, in an order in which it can be imported. Not included are API keys, webhooks, sessions, passwords, passkeys, jobs and the search index, which is created again. docs/export.md of Imago describes every field.';

/** Tables of a workspace that are not exported, and why; `docs/export.md` quotes it. */
export const notExported: Readonly<Record<string, string>> = {
	keys: 'API keys work only with this Imago. Create new API keys in the other one.',
	webhooks:
		'The secrets of webhooks are encrypted with a key that never leaves this Imago. Add the webhooks again in the other one.',
	deliveries: 'Messages to webhooks belong to these webhooks.',
	idempotency_keys: 'Answers to programs are stored for a day, for one key of this Imago.',
	toasts: 'Short confirmations on pages, with their undo, are stored for an hour.',
	jobs: 'Waiting jobs are queued again after the import.',
	people_search: 'The search index is created again from the table people.',
	auth_session: 'Sessions, passwords and passkeys belong to the account, not to the workspace.'
};

/** Former names (before migration 0040) of tables that are not exported, for older schemas. */
export const formerNotExported: ReadonlySet<string> = new Set(['kept_answers', 'tries']);

/** Whether both engines can store the text unchanged: PostgreSQL cannot store U+0000. */
export function isWritable(text: string): boolean {
	return text.isWellFormed() && !text.includes('\u0000');
}

const text = (most: number) => z.string().max(most).refine(isWritable);
const instant = z.string().refine(isInstant);

/** The row of the workspace in an export: columns of `workspaces` without ids. */
export const workspaceSchema = z.strictObject({
	explorer_name: text(120).min(1),
	introduction: text(300),
	zone: z.string().refine(isZone),
	holiday_country: z
		.string()
		.regex(/^[A-Z]{2}$/)
		.nullable(),
	created_at: instant,
	/** key of the suppression list: 32 bytes, base64url; none while the list is empty */
	suppression_key: z
		.string()
		.regex(/^[\w-]{43}$/)
		.nullable()
});
export type ExportedWorkspace = z.infer<typeof workspaceSchema>;

export const workspaceColumns = Object.keys(workspaceSchema.shape) as (keyof ExportedWorkspace)[];

/** A value of a row, in SQL parameters and in messages of the worker. */
export type Value = string | number | null | Uint8Array;
