import { redirect, type RequestEvent } from '@sveltejs/kit';
import { signInPageAddress } from '#kernel/addresses.ts';
import type { Session } from '#server/auth/session.ts';

/** Who is signed in; anybody else signs in first and comes back. */
export function sessionIn({ locals }: Pick<RequestEvent, 'locals'>, back: string): Session {
	return locals.session ?? redirect(303, signInPageAddress({ back }));
}

/** What needs a fresh sign-in asks for it before anything is typed or chosen, not after. */
export function askFreshSignIn({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>): void {
	const { actor } = locals.caller;
	if (actor.kind !== 'explorer' || actor.fresh) return;
	redirect(303, signInPageAddress({ back: url.pathname, again: 1 }));
}
