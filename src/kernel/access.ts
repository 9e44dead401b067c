/**
 * The permission table: whether an actor may cause an effect. Ownership is not decided here: a Scope can
 * only be made for a workspace that the actor belongs to, and every statement carries its workspace.
 */
export type Effect = 'read' | 'draft' | 'write' | 'send' | 'secure';

export type Actor =
	| { kind: 'nobody' }
	| {
			kind: 'explorer';
			userId: string;
			/** signed in within the last 15 minutes */
			fresh: boolean;
			/** id of the session of the request */
			sessionId?: string;
	  }
	| { kind: 'key'; keyId: string; effects: readonly Effect[] }
	/** whoever runs the command line on the server itself */
	| { kind: 'host' };

export type Answer = 'yes' | 'no' | 'sign-in' | 'sign-in-again';

/**
 * Whether an actor may cause an effect in their own workspace. A key never reaches `send` and `secure`.
 * `secure` (credentials, export, erasure, sharing) also needs a sign-in within the last 15 minutes [D].
 * @returns `sign-in` where nobody is signed in, `sign-in-again` where the sign-in is too old, else yes or
 * no
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
