/**
 * The one permission table. Pure: who asks, for which effect; yes or no.
 * Ownership is not decided here: a Scope can only be made for a workspace the actor belongs to,
 * and every statement carries it.
 */
export type Effect = 'read' | 'draft' | 'write' | 'send' | 'secure';

export type Actor =
	| { kind: 'nobody' }
	| {
			kind: 'explorer';
			userId: string;
			/** signed in within the last 15 minutes */
			fresh: boolean;
			/** the session that asks */
			sessionId?: string;
	  }
	| { kind: 'key'; keyId: string; effects: readonly Effect[] }
	/** the person at the machine itself, through the command line */
	| { kind: 'host' };

export type Answer = 'yes' | 'no' | 'sign-in' | 'sign-in-again';

/**
 * Whether an actor may cause an effect inside their own workspace.
 * `send` and `secure` never go through a key: they need a person. `secure` (credentials, export,
 * erasure, sharing) also needs a sign-in within 15 minutes [D].
 * @returns `sign-in` for nobody, `sign-in-again` for a session that is too old, else yes or no
 */
export function can(actor: Actor, effect: Effect): Answer {
	switch (actor.kind) {
		case 'nobody':
			return 'sign-in';
		case 'host':
			return 'yes';
		case 'key':
			return effect !== 'send' && effect !== 'secure' && actor.effects.includes(effect)
				? 'yes'
				: 'no';
		case 'explorer':
			return effect === 'secure' && !actor.fresh ? 'sign-in-again' : 'yes';
	}
}
