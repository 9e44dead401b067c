import type { Selectable } from 'kysely';
import type { ClarityTables } from './tables/clarity.ts';
import type { HouseTables } from './tables/house.ts';
import type { InterviewTables } from './tables/interviews.ts';
import type { IntroductionTables } from './tables/introductions.ts';
import type { PeopleTables } from './tables/people.ts';
import type { TalkTables } from './tables/talks.ts';
import type { WebhookTables } from './tables/webhooks.ts';
import type { InstanceTables } from './tables/instance.ts';

export type { InstanceTables } from './tables/instance.ts';

/** Every statement on one of these carries the workspace; `guard.ts` refuses one that does not. */
export interface WorkspaceTables
	extends
		HouseTables,
		ClarityTables,
		PeopleTables,
		IntroductionTables,
		InterviewTables,
		TalkTables,
		WebhookTables {}

export type Tables = InstanceTables & WorkspaceTables;
export type Row<Name extends keyof Tables> = Selectable<Tables[Name]>;

/** Tables of the instance; every other one belongs to a workspace. */
export const instanceTables: ReadonlySet<string> = new Set<keyof InstanceTables>([
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
	'tries',
	'lexicons',
	'lexicon_titles',
	'lexicon_words'
]);
