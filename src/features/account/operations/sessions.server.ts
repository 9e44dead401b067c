import { z } from 'zod';
import type { Actor } from '#kernel/access.ts';
import { refuse } from '#kernel/refusal.ts';
import { operation } from '#server/perform.ts';
import { session } from '../schemas.ts';
import { exampleId, id } from '#method/field-schemas.ts';
import * as store from '../store/sessions.server.ts';

/** Id of the session of this request, if it has one. */
function ownSession(actor: Actor): string | undefined {
	return actor.kind === 'explorer' ? actor.sessionId : undefined;
}

function noSession() {
	return refuse(
		'missing',
		'sessions.missing',
		'This session was not found. Nothing was changed. It may have ended already. Load the list again.'
	);
}

/** Sessions of the account: browser and system by family, dates, and which one is this. */
export const listSessions = operation({
	name: 'sessions.list',
	http: { verb: 'GET', path: '/sessions' },
	summary: 'List the sessions of the account',
	effect: 'read',
	input: z.object({}),
	output: z.object({ sessions: z.array(session) }),
	example: {},
	run: async ({ scope, now, actor }) => ({
		sessions: (await store.sessionsOf(scope, now)).map((row) => ({
			...row,
			isThis: row.id === ownSession(actor)
		}))
	})
});

/**
 * Ends one session at once, also this one.
 * @refuses `sessions.missing` for an unknown session, and for one of another account
 */
export const endSession = operation({
	name: 'sessions.end',
	http: { verb: 'DELETE', path: '/sessions/{id}' },
	summary: 'Sign out one session',
	effect: 'secure',
	input: z.object({ id }),
	output: z.object({}),
	example: { id: exampleId },
	said: 'Session signed out',
	run: async ({ scope, record, logSecurity }, input) => {
		if ((await store.endSession(scope, input.id)) === 0) throw noSession();
		record({ verb: 'sessions.ended', about: { kind: 'session', id: input.id } });
		logSecurity('session.ended', { session: input.id, by: 'owner' });
		return {};
	}
});

/** Ends all other sessions; on the command line all. @returns how many ended */
export const endOtherSessions = operation({
	name: 'sessions.endOthers',
	http: { verb: 'POST', path: '/sessions/end-others' },
	summary: 'Sign out all other sessions',
	effect: 'secure',
	input: z.object({}),
	output: z.object({ ended: z.number().int() }),
	example: {},
	said: 'All other sessions signed out',
	run: async ({ scope, actor, record, logSecurity }) => {
		const keep = ownSession(actor);
		const ended = await store.endOtherSessions(scope, keep);
		if (ended > 0) {
			record({ verb: 'sessions.othersEnded', about: { kind: 'session', id: keep ?? 'host' } });
			logSecurity('session.ended', { sessions: ended, by: 'owner' });
		}
		return { ended };
	}
});
