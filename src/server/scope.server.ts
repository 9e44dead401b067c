import type { Kysely } from 'kysely';
import { can, type Actor, type Effect } from '#kernel/access.ts';
import { refuse, type Refusal } from '#kernel/refusal.ts';
import { WorkspaceGuard } from './db/workspace-guard.ts';
import type { InsertLog } from './db/insert-log.ts';
import type { Tables } from './db/tables.ts';

declare const checked: unique symbol;

/**
 * Permission to access one workspace, with the only database handle that can. Every store function
 * takes a Scope, so a query without a permission check does not type-check.
 */
export interface Scope {
	readonly [checked]: true;
	readonly workspaceId: string;
	/**
	 * the read connection or, inside an operation that writes, its transaction; guarded either way
	 */
	readonly db: Kysely<Tables>;
}

const signIn = refuse(
	'not-signed-in',
	'session.missing',
	'You are not signed in. Nothing was changed. Sign in and try again.'
);
/** The refusal where the sign-in is too long ago. */
export const signInAgain = refuse(
	'not-signed-in',
	'session.not-fresh',
	'This needs a sign-in from the last 15 minutes. Nothing was changed. Sign in again, then repeat this step.'
);
/** The refusal where an operation needs a signed-in person. */
export const notAllowed = refuse(
	'not-allowed',
	'access.not-allowed',
	'This cannot be done with a key. Nothing was changed. Sign in and do this step yourself.'
);

/** The refusal where a key lacks a permission, or where no key can have it. */
function beyondKey(effect: Effect): Refusal {
	if (effect === 'send' || effect === 'secure') return notAllowed;
	return refuse(
		'not-allowed',
		'access.not-allowed',
		`This key may not ${effect}. Nothing was changed. Create a key with this permission in Settings.`
	);
}

/**
 * Creates a Scope after checking the permission table; the only way to get one.
 * @param workspaceId workspace of the actor, looked up from the session or key, never from input
 * @param db read connection or transaction
 * @param inserted records the inserts through this scope
 * @throws Refusal `session.missing`, `session.not-fresh`, `access.not-allowed`
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
