import type { Kysely } from 'kysely';
import { can, type Actor, type Effect } from '#kernel/access.ts';
import { refuse, type Refusal } from '#kernel/refusal.ts';
import { WorkspaceGuard } from './db/workspace-guard.ts';
import type { InsertLog } from './db/insert-log.ts';
import type { Tables } from './db/tables.ts';

declare const checked: unique symbol;

/**
 * The permission to touch one workspace, with the only database handle that can. Every store
 * function takes one, so a query that nobody checked does not type-check.
 */
export interface Scope {
	readonly [checked]: true;
	readonly workspaceId: string;
	/** the reader, or inside an operation that writes, its transaction; guarded either way */
	readonly db: Kysely<Tables>;
}

const signIn = refuse(
	'not-signed-in',
	'session.missing',
	'You are not signed in. Nothing was changed. Sign in and do it again.'
);
/** The answer to a sign-in that is too long ago. */
export const signInAgain = refuse(
	'not-signed-in',
	'session.not-fresh',
	'This needs a sign-in from the last 15 minutes. Nothing was changed. Sign in again and repeat it.'
);
/** The answer to whoever asks for what needs a person who is signed in. */
export const notAllowed = refuse(
	'not-allowed',
	'access.not-allowed',
	'This cannot be done with a key or in your place. Nothing was changed. Sign in and do it yourself.'
);

/** A key lacks a right that another may have, or asks for what none has. */
function beyondKey(effect: Effect): Refusal {
	if (effect === 'send' || effect === 'secure') return notAllowed;
	return refuse(
		'not-allowed',
		'access.not-allowed',
		`This key may not ${effect}. Nothing was changed. Make one that may in Settings.`
	);
}

/**
 * The only maker of a Scope, after the permission table has said yes.
 * @param workspaceId the actor's own workspace, looked up from the session or key, never from input
 * @param db the reader or a transaction
 * @param inserted is told of every insert through this scope
 */
export function scopeFor(
	actor: Actor,
	effect: Effect,
	workspaceId: string,
	db: Kysely<Tables>,
	inserted?: InsertLog
): Scope {
	const answer = can(actor, effect);
	if (answer === 'sign-in') throw signIn;
	if (answer === 'sign-in-again') throw signInAgain;
	if (answer === 'no') throw actor.kind === 'key' ? beyondKey(effect) : notAllowed;
	const guard = new WorkspaceGuard(workspaceId, { inserted, bounded: effect === 'read' });
	return { workspaceId, db: db.withPlugin(guard) } as Scope;
}
