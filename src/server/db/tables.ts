import type { Selectable } from 'kysely';
import type { Tables } from './tables.generated.ts';

export type { Tables } from './tables.generated.ts';
export type Row<Name extends keyof Tables> = Selectable<Tables[Name]>;

/**
 * Tables of the instance. Every other table belongs to a workspace: `workspace-guard.ts` refuses a
 * statement on it that does not name the workspace.
 */
export const instanceTables: ReadonlySet<string> = new Set<keyof Tables>([
	'migrations',
	'instance',
	'auth_user',
	'auth_session',
	'auth_account',
	'auth_verification',
	'auth_passkey',
	'auth_two_factor',
	'known_networks',
	'key_reviews',
	'workspaces',
	'one_time_links',
	'jobs',
	'rate_limits',
	'lexicons',
	'lexicon_titles',
	'lexicon_words'
]);
