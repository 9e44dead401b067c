import type { AnyOperation } from '#server/perform.ts';
import { listEvents } from './operations/events.server.ts';
import {
	addKey,
	keepKeys,
	listKeys,
	listPasskeys,
	removeKey,
	removePasskey
} from './operations/keys.server.ts';
import { changeProfile, seeProfile } from './operations/profile.server.ts';
import { pauseSeason, resumeSeason } from './operations/season.server.ts';
import { endOtherSessions, endSession, listSessions } from './operations/sessions.server.ts';

export * from './operations/events.server.ts';
export * from './operations/keys.server.ts';
export * from './operations/profile.server.ts';
export * from './operations/season.server.ts';
export * from './operations/sessions.server.ts';

export const accountOperations = [
	seeProfile,
	changeProfile,
	pauseSeason,
	resumeSeason,
	listKeys,
	addKey,
	removeKey,
	keepKeys,
	listPasskeys,
	removePasskey,
	listSessions,
	endSession,
	endOtherSessions,
	listEvents
] as AnyOperation[];
